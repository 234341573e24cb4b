"""Runs a program on a terminal and talks with it: terminal.py PROGRAM ARG...

Standard input has one step a line: `expect TEXT` waits until TEXT appears behind what the last step
waited for; `send TEXT` types it, with Python's escapes. What appears goes to standard output; the status
is the program's, or 99 when an expected text has not appeared within LIMIT seconds.
"""

import os
import pty
import select
import sys
import time

LIMIT = 20


def main():
    steps = [line.rstrip("\n").split(" ", 1) for line in sys.stdin if line.strip()]
    pid, terminal = pty.fork()
    if pid == 0:
        os.execvp(sys.argv[1], sys.argv[1:])
    seen, done = b"", 0
    for verb, text in steps:
        if verb == "send":
            os.write(terminal, text.encode().decode("unicode_escape").encode("latin-1"))
            continue
        end = time.monotonic() + LIMIT
        while seen.find(text.encode(), done) < 0:
            part = read(terminal, end - time.monotonic())
            if not part:
                report(seen, f"\nterminal: no '{text}'\n")
                os.kill(pid, 9)
                return 99
            seen += part
        done = seen.find(text.encode(), done) + len(text.encode())
    end = time.monotonic() + LIMIT
    while part := read(terminal, end - time.monotonic()):
        seen += part
    report(seen, "\n")
    if time.monotonic() >= end:
        report(b"", "terminal: it did not end\n")
        os.kill(pid, 9)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def read(terminal, seconds):
    if seconds <= 0 or not select.select([terminal], [], [], seconds)[0]:
        return b""
    try:
        return os.read(terminal, 65536)
    except OSError:
        return b""


def report(seen, text):
    sys.stdout.write(seen.decode(errors="replace") + text)
    sys.stdout.flush()


sys.exit(main())
