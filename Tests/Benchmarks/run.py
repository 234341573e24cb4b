#!/usr/bin/env python3
"""What swinit costs, beside tini, dumb-init and catatonit: run.py SWINIT [--check] [--quick]

Prints every figure; with --check fails where one is beyond its limit. Each timing is the best of several
runs, since a busy machine only ever adds, and with --check what is beyond its limit is measured again
before that is believed. Needs root.
"""

import os
import pathlib
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time

import logs
import programs
from container import Container
from limits import CEILINGS, LIMITS

# How often --check measures a part whose figures are beyond their limits, in all.
ATTEMPTS = 4


class Benchmarks:
    def __init__(self, swinit, folder, quick):
        self.swinit = swinit
        self.folder = pathlib.Path(folder)
        self.logs = logs.Logs(swinit, quick, self.note, captured=True).run
        self.rounds = 3 if quick else 7
        self.turns = 300 if quick else 1000
        self.programs = programs.compile_all(folder)
        self.figures = {}

    def note(self, name, value):
        self.figures[name] = value
        limit = LIMITS.get(name)
        shown = f"{value:,.0f}" if value >= 1000 or value == int(value) else f"{value:.3f}"
        print(f"{name:48} {shown:>12}" + (f"   (at most {limit:,g})" if limit else ""), flush=True)

    def jobs(self, count, command, options=""):
        """A configuration of `count` jobs."""
        file = self.folder / "jobs.conf"
        file.write_text("".join(
            f"job {{\n name job{number}\n cmd {command}\n{options}}}\n" for number in range(count)))
        return [self.swinit, "-c", str(file)]

    def inits(self):
        """The command lines of every init that is there."""
        found = {"swinit": [self.swinit, "--"]}
        for name, words in programs.INITS.items():
            path = shutil.which(name)
            if path:
                found[name] = [path] + words[1:]
        return found

    # What follows is one figure, or a few, each.

    def sizes(self):
        for name, words in self.inits().items():
            size = os.stat(words[0]).st_size
            self.note("binary, bytes" if name == "swinit" else f"  {name}", size)

    def memory(self):
        inherited = " out inherit\n err inherit\n"
        for count, name, options in [
            (1, "1 job", inherited), (200, "200 jobs", inherited),
            (1, "1 captured job", ""), (200, "200 captured jobs", ""),
        ]:
            container = Container(self.jobs(count, self.programs["wait"], options))
            container.wait_for(b"started job", count)
            container.settle()
            self.note(f"resident with {name}, KB", container.resident())
            container.kill()
        for name, words in self.inits().items():
            container = Container(words + [self.programs["probe"], "obey"])
            container.wait_for(b"ready")
            self.note(f"  {name} with one command, KB", container.resident())
            container.kill()

    def one_command(self):
        """Runs of `INIT -- true`, by turns, so that a change of the machine's speed meets all."""
        true = self.programs["true"]
        lines = {name: words + [true] for name, words in self.inits().items()}
        lines["two execs"] = [self.programs["again"], true]
        lines["bare C init"] = [self.programs["bare"], true]
        times = {name: [] for name in lines}
        silent = [(os.POSIX_SPAWN_OPEN, 2, "/dev/null", os.O_WRONLY, 0)]
        for _ in range(self.turns):
            for name, words in lines.items():
                begin = time.perf_counter()
                pid = os.posix_spawn(words[0], words, {}, file_actions=silent)
                os.waitpid(pid, 0)
                times[name].append(time.perf_counter() - begin)
        medians = {name: statistics.median(values) for name, values in times.items()}
        for name, median in medians.items():
            self.note(f"  {name} -- true, us", median * 1e6)
        if "tini-static" in medians:
            self.note("one command, of tini-static's time",
                      medians["swinit"] / medians["tini-static"])

    def check(self):
        """CPU time of reading a file of many jobs, and of as many again ten times."""
        options = (" user root\n dir /tmp\n env A=1\n restart-delay 1s..30s\n stop-timeout 5s\n")
        for count, name in [(1000, "1,000 jobs"), (10000, "10,000 jobs")]:
            file = self.jobs(count, "/bin/true", options)[-1]
            best = None
            for _ in range(3 * self.rounds):
                pid = os.posix_spawn(self.swinit, [self.swinit, "check", file], {}, file_actions=[
                    (os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)])
                usage = os.wait4(pid, 0)[2]
                spent = usage.ru_utime + usage.ru_stime
                best = spent if best is None else min(best, spent)
            self.note(f"check of {name}, ms", best * 1e3)

    def many_jobs(self):
        wait = self.programs["wait"]
        words = self.jobs(200, wait)
        starts, loops, stops, bare = [], [], [], []
        for _ in range(self.rounds):
            container = Container(words)
            starts.append(container.wait_for(b"started job", 200))
            container.settle()
            stops.append(container.stop())
            loop = Container([self.programs["loop"], "200", wait])
            loop.wait_for(b"all")
            # The loop does not know when its children have executed: look at the last.
            last = loop.children()[-1]
            while os.readlink(f"/proc/{last}/exe") != wait:
                pass
            loops.append(time.perf_counter() - loop.begin)
            loop.settle()
            bare.append(loop.stop())
        self.note("  200 jobs from exec to all running, ms", min(starts) * 1e3)
        self.note("  a bare loop of fork and exec, ms", min(loops) * 1e3)
        self.note("200 jobs, of a bare loop's time", min(starts) / min(loops))
        self.note("stop of 200 jobs, ms", min(stops) * 1e3)
        self.note("  a bare loop of kill and wait, ms", min(bare) * 1e3)
        self.note("stop of 200 jobs, of a bare loop's time", min(stops) / min(bare))

    def restart(self):
        probe = self.programs["probe"]
        times = []
        for _ in range(3 * self.rounds):
            container = Container(self.jobs(1, f"{probe} obey", " restart-delay 0ms\n"))
            container.wait_for(b"ready")
            # A run below 100 ms is followed by a pause, whatever the delay.
            container.settle()
            time.sleep(0.1)
            job = container.children()[0]
            begin = time.perf_counter()
            os.kill(job, 9)
            container.wait_for(b"ready", 2)
            times.append(time.perf_counter() - begin)
            container.stop()
        self.note("restart after kill -9, ms", min(times) * 1e3)

    def reload(self):
        """From HUP until the one changed job runs anew; no other process may be touched."""
        wait = self.programs["wait"]
        file = self.folder / "jobs.conf"

        def write(value):
            file.write_text("reload on request\n" + "".join(
                f"job {{\n name job{number}\n cmd {wait}\n"
                f" env VALUE={value if number == 500 else 0}\n}}\n" for number in range(1000)))

        write(0)
        container = Container([self.swinit, "-c", str(file)])
        container.wait_for(b"started job", 1000)
        container.settle()
        times = []
        for value in range(1, 3 * self.rounds + 1):
            before = set(container.children())
            write(value)
            begin = time.perf_counter()
            os.kill(container.pid, 1)
            container.wait_for(b"started job500 ", value + 1)
            times.append(time.perf_counter() - begin)
            container.settle()
            if len(set(container.children()) - before) != 1:
                raise RuntimeError("the reload touched other processes than the changed job's")
        container.kill()
        self.note("reload that changes one of 1,000 jobs, ms", min(times) * 1e3)

    def checks(self):
        """CPU time of PID 1, the kernel's part in its connections included, for 200 checks a second."""
        with socket.socket() as server:
            server.bind(("127.0.0.1", 0))
            server.listen(16)
            port = server.getsockname()[1]
            container = Container(self.jobs(
                200, self.programs["wait"],
                f" health tcp 127.0.0.1:{port} every 1s\n health-action shutdown\n"))
            container.wait_for(b"started job", 200)
            # The first check of all, which also brings the code into memory.
            time.sleep(1.5)
            turns = 3 if self.rounds < 5 else 10
            before, begin = container.cpu(), time.perf_counter()
            time.sleep(turns)
            spent = (container.cpu() - before) / (time.perf_counter() - begin)
            container.kill()
        self.note("200 jobs with tcp checks every second, % of a core", spent * 100)

    def orphans(self):
        """CPU time of PID 1 for each orphan, beside few and beside many living children."""
        count, probe = 20000, self.programs["probe"]
        for crowd, name in [(10, "10 children"), (10000, "10,000 children")]:
            best = None
            for _ in range(2 if crowd > 10 else self.rounds):
                file = self.folder / "jobs.conf"
                file.write_text(
                    f"job {{\n name crowd\n cmd {probe} crowd {crowd}\n}}\n"
                    f"job {{\n name sleeper\n cmd sh -c \"read x <{self.folder}/go;"
                    f" exec {probe} orphans {count}\"\n}}\n")
                go = self.folder / "go"
                go.unlink(missing_ok=True)
                os.mkfifo(go)
                container = Container([self.swinit, "-c", str(file)])
                container.wait_for(b"crowded")
                container.settle()
                before = container.cpu()
                go.write_text("go\n")
                container.wait_for(b"orphaned", seconds=120)
                container.settle()
                spent = (container.cpu() - before) / count * 1e6
                best = spent if best is None else min(best, spent)
                container.kill()
            self.note(f"per orphan beside {name}, us", best)

    def beyond(self):
        """The figures that are beyond what is allowed."""
        return {name: value for name, value in self.figures.items()
                if name in LIMITS and value > CEILINGS.get(name, LIMITS[name])}

    def run(self, attempts):
        """Measures everything, a part again where it is beyond its limit; what stays beyond."""
        parts = (self.sizes, self.memory, self.one_command, self.check, self.many_jobs,
                 self.restart, self.reload, self.checks, self.orphans, self.logs)
        for part in parts:
            known = set(self.beyond())
            part()
            for _ in range(attempts - 1):
                if set(self.beyond()) <= known:
                    break
                print("  beyond its limit: measured again", flush=True)
                part()
        return self.beyond()


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 1:
        sys.exit(__doc__)
    with tempfile.TemporaryDirectory(prefix="swinit-bench-") as folder:
        os.chmod(folder, 0o755)
        benchmarks = Benchmarks(os.path.abspath(words[0]), folder, "--quick" in sys.argv)
        beyond = benchmarks.run(ATTEMPTS if "--check" in sys.argv else 1)
    for name, value in beyond.items():
        ceiling = CEILINGS.get(name, LIMITS[name])
        print(f"beyond its limit: {name}: {value:.3f} > {ceiling:g}")
    if beyond and "--check" in sys.argv:
        sys.exit(1)


if __name__ == "__main__":
    main()
