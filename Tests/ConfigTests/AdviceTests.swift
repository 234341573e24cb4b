import Basics
import Config
import Testing

/// Warnings that need no file system.
struct AdviceTests {
    private func warnings(_ command: String, _ options: String = "") -> [String] {
        let outcome = load("job {\nname a\ncmd \(command)\n\(options)\n}\n")
        #expect(outcome.configuration != nil)
        return outcome.codes
    }

    @Test(arguments: [
        ("sh -c \"gunicorn app\"", ["shell-without-exec"]),
        ("/bin/bash -ec 'gunicorn app'", ["shell-without-exec"]),
        ("sh -c \"app 2>&1 >log\"", ["shell-without-exec"]),
        ("sh -c \"exec gunicorn app\"", []),
        ("sh -c \"A=1 exec gunicorn app\"", []),
        ("sh -c \"a && b\"", []), ("sh -c \"a; b\"", []), ("sh -c \"a | b\"", []),
        ("sh -c \"while true; do x; done\"", []), ("sh -c \"{ a\"", []),
        ("sh script.sh -c x", []), ("sh --login -c x", []), ("sh -c", []),
        ("echo -c \"a b\"", []),
        ("sh -c \"a &\"", ["trailing-ampersand"]),
        ("sh -c \"a & b & \"", ["trailing-ampersand"]),
        ("app &", ["trailing-ampersand"]), ("app \"&\"", []), ("app http://x/?a&", []),
        ("app ${PORT}", ["unexpanded-variable"]),
        ("app \"-p ${PORT} ${X}\"", ["unexpanded-variable"]),
        ("app '${PORT}'", []), ("app $PORT $(x) ${1} $${", []),
        ("sh -c \"exec app ${PORT}\"", []),
        ("postgres -D x", ["better-stop-signal"]),
        ("/usr/sbin/php-fpm8.2 -F", ["better-stop-signal"]),
        ("nginx -g \"daemon off;\"", ["better-stop-signal"]),
        ("nginx", ["better-stop-signal", "daemonises"]),
        ("nginx -t", ["better-stop-signal"]),
        ("/usr/sbin/sshd", ["daemonises"]), ("sshd -D -e", []), ("sshd -t", []),
        ("httpd -D FOREGROUND", []), ("httpd", ["daemonises"]), ("crond -l 2", ["daemonises"]),
        ("crond -f -l 2", []),
    ])
    func `a command earns advice`(command: String, codes: [String]) {
        #expect(warnings(command) == codes)
    }

    @Test func `advice that the options answer is not given`() {
        #expect(warnings("sh -c \"x y\"", "once") == [])
        #expect(warnings("sh -c \"x y\"", "wait once") == [])
        #expect(warnings("postgres", "stop-signal INT") == [])
        #expect(
            load("defaults {\nstop-signal INT\n}\njob {\nname a\ncmd postgres\n}").codes == [])
    }

    @Test(arguments: [
        ("sleep infinity", "wait", ["endless-wait"]),
        ("tail -f /dev/null", "wait once", ["endless-wait"]),
        ("sleep infinity", "wait ready", []), ("sleep 5", "wait", []),
        ("sleep infinity", "wait\nrun-timeout 5s", []), ("sleep infinity", "wait\ndisable", []),
        ("mkdir x", "wait", []),
    ])
    func `a wait that never ends earns advice`(command: String, options: String, codes: [String]) {
        #expect(warnings(command, options) == codes)
    }

    @Test(arguments: ["env A=${B}", "dir /srv/${X}", "out \"${LOG}\"", "env {\nA=\"x ${Y} z\"\n}"])
    func `a variable that nothing replaces earns advice in every option`(option: String) {
        #expect(loadJob(option).codes == ["unexpanded-variable"])
    }

    @Test func `the advice says what to do`() {
        let outcome = load("job {\nname a\ncmd /usr/sbin/nginx --p=${X_1}\n}\nenv A='${B}'\n")
        #expect(
            outcome.report == """
                /etc/jobs.conf:3:5: warning: 'nginx' stops better by QUIT than by TERM
                    3 | cmd /usr/sbin/nginx --p=${X_1}
                      |     ^~~~~~~~~~~~~~~ add a line 'stop-signal QUIT'
                /etc/jobs.conf:3:5: warning: 'nginx' leaves the foreground by itself
                    3 | cmd /usr/sbin/nginx --p=${X_1}
                      |     ^~~~~~~~~~~~~~~ write: nginx -g "daemon off;"
                /etc/jobs.conf:3:25: warning: nothing replaces '${X_1}'
                    3 | cmd /usr/sbin/nginx --p=${X_1}
                      |                         ^~~~~~ add 'expand', or write '...' around the word \
                for the text itself
                3 warnings

                """)
    }
}
