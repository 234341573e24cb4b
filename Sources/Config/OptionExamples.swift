import Basics

extension OptionEntry {
    /// A line as it may stand in a file; empty where there is none.
    var example: Text {
        for row in Text(stringLiteral: Self.examples).split(at: 10)
        where row.word(0) == name { return row }
        return Text([])
    }

    /// One line for each option, which begins with its name.
    private static let examples: StaticString = #"""
        name web
        cmd /usr/bin/web --port 80 "two words"
        env TZ=Europe/Berlin
        user www-data
        dir /srv/app
        in /srv/app/input
        out /srv/app/out.log
        err out
        clear-env
        env-file optional /run/web.env
        env-dir /run/secrets
        expand
        listen-fds
        capabilities keep NET_BIND_SERVICE
        no-new-privileges
        group www-data
        groups www-data ssl-cert
        umask 0027
        ulimit -n 1024:4096
        nice 5
        oom-score-adjust -500
        cpu 0-3,8
        disable
        wait once
        once
        order -10
        after db cache-*
        instances 4
        restart-with db
        restart on-failure
        on-success stop
        on-failure shutdown
        success-codes 0 3 TERM
        restart-delay 100ms..30s
        restart-limit 5 in 1m then shutdown
        start-wait 5s
        start-retries 3
        stop-signal QUIT
        stop-timeout 1m30s
        stop-retries 3
        stop-scope group
        stop-cmd /usr/bin/web --shut-down
        run-timeout 1h
        reload-signal USR1
        bounce every 1d
        depends { /etc/web.conf certificate.pem }
        depends-action reload
        ready http http://127.0.0.1:8000/healthz within 30s
        health every 5s failures 2 exec pg_isready -q
        health-action shutdown
        job { ... }
        defaults { ... }
        include more.conf
        stop-delay 5s
        shutdown-timeout 60s
        shutdown on WINCH
        shutdown-status signal
        linger
        forward USR1 WINCH to web
        reload on request
        listen on udp://127.0.0.1:10000
        report to udp://239.0.0.1:9999@eth2
        log format json
        """#
}
