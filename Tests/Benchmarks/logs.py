#!/usr/bin/env python3
"""How fast output becomes logs, beside multilog of daemontools and s6-log: logs.py SWINIT [--quick] [--captured]

`multilog t` of ours, and with --captured PID 1 itself, with a job's output in its own.

The same lines of 100 bytes go through each by turns, from `cat` and a pipe into files in memory, and each
time counts beside the others' of the same run: a slow machine is slow for all. Needs root.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile
import time

LINE = 100
# Of what the others need for the same lines; of s6-log and Debian's multilog the better counts.
LIMITS = {
    "multilog t, of the others' time": 0.5,
    "multilog t, of the others' CPU time": 0.5,
    "a job's prefixed output, of the others' time": 0.5,
    "a job's prefixed output, of s6-log's CPU time": 0.5,
    "a job's stamped output, of the others' time": 0.5,
    "a job's stamped output, of s6-log's CPU time": 0.5,
}
# What --check refuses instead: on a machine with two busy cores the writers and readers of the pipes take
# each other's time.
CEILINGS = {
    "multilog t, of the others' time": 0.9,
    "multilog t, of the others' CPU time": 0.7,
    "a job's prefixed output, of the others' time": 0.7,
    "a job's stamped output, of the others' time": 0.7,
    "a job's prefixed output, of s6-log's CPU time": 0.6,
    "a job's stamped output, of s6-log's CPU time": 0.6,
}
# How output is made, and what each line becomes longer by.
FORMS = {
    "prefixed": ("none", len("web | ")),
    "stamped": ("tai64n", len("web | ") + 26),
}


def make_lines(path, megabytes):
    """Numbered lines of 100 bytes."""
    block = []
    with open(path, "wb") as file:
        for number in range(megabytes * 1_000_000 // LINE):
            block.append(b"%011d " % number + b"x" * (LINE - 13) + b"\n")
            if len(block) == 10000:
                file.write(b"".join(block))
                block.clear()
        file.write(b"".join(block))


class Logs:
    """`note` is told each figure and its name."""

    def __init__(self, swinit, quick, note, captured=False):
        self.swinit = swinit
        self.note = note
        self.forms = FORMS if captured else []
        self.megabytes = 50 if quick else 200
        self.rounds = 3

    def run(self):
        base = "/dev/shm" if os.path.isdir("/dev/shm") else None
        with tempfile.TemporaryDirectory(prefix="swinit-logs-", dir=base) as folder:
            self.folder = pathlib.Path(folder)
            self.lines = self.folder / "lines"
            make_lines(self.lines, self.megabytes)
            others = self.multilog()
            for form in self.forms:
                self.captured(form, others)

    def programs(self):
        """The command lines of those that write stamped lines to a directory."""
        found = {"multilog t": [self.swinit, "tool", "multilog", "t", "s16777215", "n99"]}
        for name, words in {
                "Debian's multilog t": ["/usr/bin/multilog", "t", "s16777215", "n99"],
                "s6-log t": [shutil.which("s6-log") or "", "s16777215", "n99", "t"]}.items():
            if words[0] and os.path.exists(words[0]):
                found[name] = words
        return found

    def time_logger(self, words):
        """Feeds a logger all lines: seconds of time, and of its own CPU time."""
        log = self.folder / "log"
        begin = time.perf_counter()
        source = subprocess.Popen(["cat", self.lines], stdout=subprocess.PIPE)
        logger = os.posix_spawn(words[0], words + [str(log)], os.environ, file_actions=[
            (os.POSIX_SPAWN_DUP2, source.stdout.fileno(), 0)])
        source.stdout.close()
        usage = os.wait4(logger, 0)
        taken = time.perf_counter() - begin
        source.wait()
        size = sum(file.stat().st_size for file in log.iterdir())
        expected = self.megabytes * 1_000_000 // LINE * (LINE + 26)
        if usage[1] != 0 or size < expected:
            raise RuntimeError(f"{words[0]}: status {usage[1]}, {size} of {expected} bytes")
        shutil.rmtree(log)
        return taken, usage[2].ru_utime + usage[2].ru_stime

    def multilog(self):
        programs = self.programs()
        times = {name: [] for name in programs}
        for _ in range(self.rounds):
            for name, words in programs.items():
                times[name].append(self.time_logger(words))
        best = {name: [min(column) for column in zip(*rows)] for name, rows in times.items()}
        for name, (taken, spent) in best.items():
            self.note(f"  {name}, MB/s", self.megabytes / taken)
            self.note(f"  {name}, CPU ms for 100 MB", spent * 1e5 / self.megabytes)
        own = best.pop("multilog t")
        if best:
            for index, word in enumerate(["time", "CPU time"]):
                least = min(figures[index] for figures in best.values())
                self.note(f"multilog t, of the others' {word}", own[index] / least)
        return best

    def time_captured(self, form):
        """Has a job of swinit write all lines: seconds of time, and of swinit's CPU time."""
        stamps, longer = FORMS[form]
        output, file = self.folder / "output", self.folder / "jobs.conf"
        file.write_text(
            f"log format text\nlog timestamps {stamps}\n"
            f"job {{\n name web\n cmd sh -c \"cat {self.lines}; exec sleep 1000\"\n}}\n")
        expected = self.megabytes * 1_000_000 // LINE * (LINE + longer)
        begin = time.perf_counter()
        pid = os.posix_spawn(self.swinit, [self.swinit, "-q", "-q", "-c", str(file)], os.environ,
                             file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, str(output), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)])
        while not output.exists() or output.stat().st_size < expected:
            if time.perf_counter() - begin > 120:
                raise TimeoutError(f"{output.stat().st_size} of {expected} bytes")
            time.sleep(0.001)
        taken = time.perf_counter() - begin
        spent = int(pathlib.Path(f"/proc/{pid}/schedstat").read_text().split()[0]) / 1e9
        status = pathlib.Path(f"/proc/{pid}/status").read_text()
        self.resident = int(status.partition("VmRSS:")[2].split()[0])
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
        output.unlink()
        return taken, spent

    def captured(self, form, others):
        """A job's output through PID 1, beside the others' best of the same run."""
        taken, spent = (min(column) for column in zip(
            *(self.time_captured(form) for _ in range(self.rounds))))
        self.note(f"  a job's {form} output, MB/s", self.megabytes / taken)
        self.note(f"  a job's {form} output, CPU ms for 100 MB", spent * 1e5 / self.megabytes)
        self.note(f"  resident behind {form} output, KB", self.resident)
        if others:
            least = min(figures[0] for figures in others.values())
            self.note(f"a job's {form} output, of the others' time", taken / least)
        if "s6-log t" in others:
            self.note(f"a job's {form} output, of s6-log's CPU time", spent / others["s6-log t"][1])


def main():
    words = [word for word in sys.argv[1:] if not word.startswith("--")]
    if len(words) != 1:
        sys.exit(__doc__)

    def note(name, value):
        print(f"{name:48} {value:12,.3f}", flush=True)

    Logs(os.path.abspath(words[0]), "--quick" in sys.argv, note,
         "--captured" in sys.argv).run()


if __name__ == "__main__":
    main()
