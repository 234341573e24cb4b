"""What the benchmarks run beside swinit: other inits, and small C programs, compiled once into a folder."""

import pathlib
import shutil
import subprocess

# The other inits, as they run one command.
INITS = {
    # Without -s, tini that is not PID 1 first writes three lines about it.
    "tini-static": ["tini-static", "-s", "--"],
    "tini": ["tini", "-s", "--"],
    "dumb-init": ["dumb-init", "--"],
    "catatonit": ["catatonit", "--"],
}

SOURCES = {
    # What every init is timed with.
    "true": "int main(void) { return 0; }",
    # Waits for ever with TERM's default action: a settled job, and one that stops at once.
    "wait": "#include <unistd.h>\nint main(void) { for (;;) pause(); }",
    # The least that an init can be: fork, exec, wait.
    "bare": """
#include <sys/wait.h>
#include <unistd.h>
int main(int count, char **words) {
    int status;
    pid_t pid = vfork();
    if (pid == 0) { execv(words[1], words + 1); _exit(127); }
    waitpid(pid, &status, 0);
    return WEXITSTATUS(status);
}
""",
    # Executes the program behind it: two execs in all.
    "again": """
#include <unistd.h>
int main(int count, char **words) { execv(words[1], words + 1); return 127; }
""",
    # loop N PROGRAM: forks and executes it N times, then says so; TERM ends all of them, and it.
    "loop": """
#include <signal.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>
int main(int count, char **words) {
    sigset_t ends;
    int status, signal, total = atoi(words[1]);
    pid_t *children = calloc(total, sizeof *children);
    sigemptyset(&ends);
    sigaddset(&ends, SIGTERM);
    sigprocmask(SIG_BLOCK, &ends, 0);
    for (int i = 0; i < total; i++)
        if ((children[i] = fork()) == 0) {
            sigprocmask(SIG_UNBLOCK, &ends, 0);
            setsid();
            execv(words[2], words + 2);
            _exit(127);
        }
    if (write(1, "all\\n", 4) < 0) return 1;
    sigwait(&ends, &signal);
    for (int i = 0; i < total; i++) kill(children[i], SIGTERM);
    while (wait(&status) > 0) { }
    return 0;
}
""",
}


def compile_all(folder):
    """Compiles the programs; answers their paths by name."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    compiler = "musl-gcc" if shutil.which("musl-gcc") else "gcc"
    paths = {}
    for name, source in SOURCES.items():
        path = folder / name
        subprocess.run(
            [compiler, "-Os", "-static", "-s", "-x", "c", "-", "-o", str(path)],
            input=source.encode(), check=True)
        paths[name] = str(path)
    probe = pathlib.Path(__file__).parent.parent / "EndToEndTests/Programs/probe.c"
    paths["probe"] = str(folder / "probe")
    subprocess.run(["gcc", "-Os", "-static", "-o", paths["probe"], str(probe)], check=True)
    return paths
