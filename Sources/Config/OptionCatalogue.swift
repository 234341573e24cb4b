import Basics

/// Every option and directive of the language, once: the parser, the suggestions and the
/// documentation know no other list.
public enum OptionCatalogue {
    /// The rows; those that most files use come first.
    public static let entries: [OptionEntry] = [
        OptionEntry("name N", .text, "", "the job's unique name", .name),
        OptionEntry("cmd PROGRAM ARG...", .list, "", "program and arguments, no shell", .command),
        OptionEntry(
            "env VAR=VALUE", .special, "inherits swinit's", "sets a variable; or a block",
            .environment, both: .environment),
        OptionEntry("user U[:G]", .text, "swinit's", "who the job runs as", .user),
        OptionEntry("dir D", .path, "swinit's start", "the working directory", .directory),
        OptionEntry("wait [ready|once]", .special, "", "later jobs wait for this one", .wait),
        OptionEntry("once", .flag, "", "runs once per container start", .once),
        OptionEntry("order N", .number, "0", "lower starts first", .order),
        OptionEntry("in F", .path, "null", "file for stdin; null, inherit", .input),
        OptionEntry("out F", .path, "log", "file for stdout; log, null, inherit", .output),
        OptionEntry("err F", .path, "log", "file for stderr; log, null, inherit, out", .errors),
        OptionEntry(
            "restart always|on-failure|never", .choice, "always", "when to start again", .restart),
        OptionEntry(
            "on-success restart|stop|shutdown", .choice, "restart", "what follows a success",
            .onSuccess),
        OptionEntry(
            "on-failure restart|stop|shutdown", .choice, "restart", "what follows a failure",
            .onFailure),
        OptionEntry(
            "success-codes CODE...", .list, "0", "exit codes and signals that are a success",
            .successCodes),
        OptionEntry(
            "restart-delay D[..D]", .duration, "10s after a run below 10s",
            "the pause before a restart", .restartDelay),
        OptionEntry("stop-signal S", .signal, "TERM", "asks the job to end", .stopSignal),
        OptionEntry(
            "stop-timeout D", .duration, "8s", "how long until the next signal, or KILL",
            .stopTimeout),
        OptionEntry(
            "stop-retries N", .number, "1", "how often the stop signal is sent", .stopRetries),
        OptionEntry(
            "stop-scope process|group", .choice, "process", "whom the stop signal reaches",
            .stopScope),
        OptionEntry("run-timeout D", .duration, "", "the longest that a run may take", .runTimeout),
        OptionEntry("clear-env", .flag, "", "starts from an empty environment", .clearEnvironment),
        OptionEntry("group G", .text, "the user's", "the job's group", .group),
        OptionEntry("groups G...", .list, "the user's", "the supplementary groups", .groups),
        OptionEntry("umask 0022", .number, "swinit's", "the file mode mask, octal", .umask),
        OptionEntry("ulimit -n 1024", .special, "", "a resource limit; or a block", .limit),
        OptionEntry("nice N", .number, "", "-20 to 19", .nice),
        OptionEntry("oom-score-adjust N", .number, "", "-1000 to 1000", .oomScoreAdjust),
        OptionEntry("cpu LIST|0xMASK", .text, "all", "the CPUs that it may run on", .cpu),
        OptionEntry("disable", .flag, "", "known, but not started", .disable),
        OptionEntry("job { ... }", .block, "", "a job", global: .job),
        OptionEntry(
            "defaults { ... }", .block, "", "options that every job starts from", global: .defaults),
        OptionEntry("include PATH", .path, "", "reads another file here", global: .include),
        OptionEntry(
            "stop-delay D", .duration, "0s", "the pause before the first stop signal",
            global: .stopDelay),
        OptionEntry(
            "shutdown-timeout D", .duration, "9s", "the budget of the whole shutdown",
            global: .shutdownTimeout),
        OptionEntry(
            "shutdown on SIGNAL...", .special, "", "more signals that end the container",
            global: .shutdown),
        OptionEntry(
            "shutdown-status zero|signal", .choice, "zero", "the status after a signal",
            global: .shutdownStatus),
        OptionEntry("linger", .flag, "", "stays when nothing runs any more", global: .linger),
        OptionEntry(
            "forward SIGNAL... to JOB...", .special, "jobs that catch it", "passes signals on",
            global: .forward),

        // Known, so that a user learns that they are to come rather than that they are misspelt.
        OptionEntry("env-file [optional] F", .path, "", "reads variables", nil, both: nil),
        OptionEntry("expand", .flag, "", "replaces ${NAME}", nil, both: nil),
        OptionEntry("log ...", .special, "", "what becomes of output", nil, both: nil),
        OptionEntry("env-dir D", .path, "", "a variable per file", nil),
        OptionEntry("after JOB...", .list, "", "starts when those are ready", nil),
        OptionEntry("instances N", .number, "1", "how many processes", nil),
        OptionEntry("restart-limit N in D [then A]", .special, "", "gives up", nil),
        OptionEntry("start-wait D", .duration, "0", "running so long is started", nil),
        OptionEntry("start-retries N [then A]", .special, "", "failed starts allowed", nil),
        OptionEntry("restart-with JOB...", .list, "", "restarts with those", nil),
        OptionEntry("stop-cmd CMD...", .list, "", "runs instead of the stop signal", nil),
        OptionEntry("reload-signal S", .signal, "HUP", "for swinit reload JOB", nil),
        OptionEntry("bounce every D", .special, "", "restarts every so often", nil),
        OptionEntry("depends { FILES }", .block, "", "restarts when a file changes", nil),
        OptionEntry("depends-action restart|reload", .choice, "restart", "on a change", nil),
        OptionEntry("ready ...", .special, "running", "when the job is ready", nil),
        OptionEntry("health ...", .special, "", "probes a running job", nil),
        OptionEntry(
            "health-action restart|shutdown|none", .choice, "restart", "on bad health", nil),
        OptionEntry("listen-fds", .flag, "", "gets LISTEN_FDS", nil),
        OptionEntry("capabilities drop|keep LIST", .special, "", "for jobs run as root", nil),
        OptionEntry("no-new-privileges", .flag, "", "no gain by set-uid programs", nil),
        OptionEntry("reload on request", .special, "", "not on a change of the file", global: nil),
        OptionEntry("socket-mode M", .number, "", "the control socket's mode", global: nil),
        OptionEntry("socket-group G", .text, "", "the control socket's group", global: nil),
        OptionEntry("token-file PATH", .path, "", "the API's token", global: nil),
        OptionEntry("reexec on-change", .special, "", "runs a new binary", global: nil),
        OptionEntry("listen on URL", .special, "", "control over a socket", global: nil),
        OptionEntry("report to URL", .special, "", "status by UDP", global: nil),
        OptionEntry("services in DIR", .special, "", "service directories", global: nil),
    ]

    /// The row of the option named by word `index` of `line`; nil where there is none.
    @inline(never)
    static func entry(for line: Line, _ index: Int) -> OptionEntry? {
        guard index < line.count, !line.isQuoted(index) else { return nil }
        for entry in entries where entry.isNamed(by: line, index) { return entry }
        return nil
    }

    /// The name nearest to `word`, of an option that may stand in a job or outside of jobs.
    @inline(never)
    static func suggestion(for word: Text, inJob: Bool) -> Text? {
        var names: [Text] = []
        for entry in entries where inJob ? entry.isJobOption : entry.isGlobal {
            names.append(entry.name)
        }
        return EditDistance.nearest(to: word, among: names)
    }
}
