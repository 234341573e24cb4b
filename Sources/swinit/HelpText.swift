import Basics

/// What `--help` says, under each name; the marks are those of ``InvocationParser``.
enum HelpText {
    static let license: StaticString = "swinit is free software under the MIT License\n"

    /// `swinit help`.
    static let general: StaticString = """
        swinit 0.1.0
        The init of a container: it starts your jobs, keeps them running, reaps orphans,
        passes signals on and shuts down in order.

          swinit -c /etc/jobs.conf         run the jobs of a file
          swinit -- nginx -g "daemon off;" run one command

        Run:
          swinit [run] [-c FILE]           the jobs of FILE (default /etc/jobs.conf, then
                                           /etc/swinit.conf, or SWINIT_CONFIG)
          swinit [OPTIONS] -- CMD ARG...   one command, as tini and dumb-init do
          swinit -c FILE -- CMD ARG...     both: CMD is one more job, named main
        Configuration:
          swinit check [FILE]              check a file and start nothing (also -t)
          swinit config [FILE]             print what a file comes to
          swinit help config [OPTION]      the options of the file
        Programs of daemontools:
          swinit tool NAME [ARGS]          run one; a link of that name does it too
        Help:
          swinit help [VERB], --help, --version

        Options:
          -c FILE   the configuration      -p FILE   write a pid file
          -v        say more; repeatable   -q        say less; repeatable
          -F        accepted, does nothing: swinit is always in the foreground
        'swinit help run' lists the options of a single command.

        Exit codes:
          0    a shutdown was asked for, or every job is done
          64   bad usage                   78   bad configuration
          124  a job took too long         126  the command cannot be executed
          127  the command was not found   128+n  it was killed by signal n
          otherwise the status of the command, or of the job that ended the container

        """

    /// `swinit help run`.
    static let run: StaticString = """
        swinit [run] [-c FILE] [-- CMD ARG...]
        Runs the jobs of FILE, and CMD as one more job named main.

        swinit [OPTIONS] -- CMD ARG...
        Runs one command: passes signals on, reaps orphans, ends with the command's status.
          -g                            send signals to the command's process group
          -e CODE                       end with 0 where the command ends with CODE; repeatable
          -r SIG:NEW                    pass SIG on as NEW, or drop it where NEW is 0; repeatable
          -s                            become a child subreaper (as is done anyhow)
          -w                            warn when an adopted process is reaped
          -l                            show the license
          --single-child                leave the command in swinit's own process group
          --parent-death-signal SIGNAL  get SIGNAL when swinit's parent ends
        TINI_SUBREAPER, TINI_KILL_PROCESS_GROUP and TINI_VERBOSITY work as with tini.

        """

    /// How `swinit help tool` begins; the names follow.
    static let tool: StaticString = """
        swinit tool NAME [ARGS]
        Runs a program of daemontools, as a link of that name to swinit does; its command line, output
        and exit codes are daemontools' own. NAME is one of:

        """

    /// How `swinit help config` begins.
    static let config: StaticString = """
        swinit config [FILE] [--show-secrets]
        Prints what a configuration comes to, in its own language: includes read, defaults
        filled in, what is as it is by default left out; the exit code is 0, or 78 for a bad file.
          --show-secrets  do not mask variables with names such as DB_PASSWORD

        The options; 'swinit help config OPTION' says more of one.

        """

    /// `swinit help check`.
    static let check: StaticString = """
        swinit check [FILE] [--json] [--strict] [--allow CODE]...
        Checks a configuration and starts nothing; the exit code is 0, or 78 for a bad file.
          --json        one JSON object a line instead of text
          --strict      warnings are errors
          --allow CODE  leave this warning out; repeatable

        """
}
