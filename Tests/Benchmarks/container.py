"""A program as PID 1 of a fresh PID namespace, and what /proc says of it."""

import ctypes
import os
import select
import signal
import time

CLONE_NEWPID = 0x20000000
libc = ctypes.CDLL(None, use_errno=True)


class Container:
    """Starts `words` as PID 1; standard output and error come through one pipe."""

    def __init__(self, words):
        self.output, write = os.pipe()
        self.seen = b""
        self.begin = time.perf_counter()
        # The child of a process that has unshared its PID namespace is the new one's PID 1; the
        # one between is a child too, so that this program itself stays where it is.
        report, told = os.pipe()
        self.helper = os.fork()
        if self.helper == 0:
            libc.prctl(1, signal.SIGKILL)
            if libc.unshare(CLONE_NEWPID) != 0:
                os._exit(99)
            pid = os.fork()
            if pid == 0:
                os.dup2(write, 1)
                os.dup2(write, 2)
                os.execv(words[0], words)
            os.write(told, str(pid).encode() + b"\n")
            status = os.waitpid(pid, 0)[1]
            os._exit(os.waitstatus_to_exitcode(status) & 255)
        os.close(write)
        os.close(told)
        self.pid = int(os.read(report, 32))
        os.close(report)

    def wait_for(self, text, times=1, seconds=60):
        """Waits until `text` was written so often; the seconds since the start."""
        end = time.perf_counter() + seconds
        while self.seen.count(text) < times:
            left = end - time.perf_counter()
            if left <= 0 or not select.select([self.output], [], [], left)[0]:
                raise TimeoutError(f"no {text!r} x {times}: {self.seen[-2000:]!r}")
            part = os.read(self.output, 65536)
            if not part:
                raise EOFError(f"no {text!r} x {times}: {self.seen[-2000:]!r}")
            self.seen += part
        return time.perf_counter() - self.begin

    def stop(self):
        """Sends TERM; the seconds until the end."""
        begin = time.perf_counter()
        os.kill(self.pid, signal.SIGTERM)
        os.waitpid(self.helper, 0)
        took = time.perf_counter() - begin
        os.close(self.output)
        return took

    def kill(self):
        os.kill(self.pid, signal.SIGKILL)
        os.waitpid(self.helper, 0)
        os.close(self.output)

    def children(self):
        with open(f"/proc/{self.pid}/task/{self.pid}/children") as file:
            return [int(word) for word in file.read().split()]

    def resident(self):
        """VmRSS in KB."""
        with open(f"/proc/{self.pid}/status") as file:
            for line in file:
                if line.startswith("VmRSS:"):
                    return int(line.split()[1])
        return 0

    def cpu(self):
        """Seconds of CPU time, user and system."""
        with open(f"/proc/{self.pid}/schedstat") as file:
            return int(file.read().split()[0]) / 1e9

    def settle(self):
        """Waits until PID 1 has used no CPU for 100 ms."""
        last, since = -1, time.perf_counter()
        while time.perf_counter() - since < 0.1:
            now = self.cpu()
            if now != last:
                last, since = now, time.perf_counter()
            time.sleep(0.005)
