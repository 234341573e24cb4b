"""Writes Sources/CLinux/release.order: the functions that run while jobs run, which the linker puts side by side.

swinit unmaps its code when every job runs, and pages come back as they are needed, sixteen at a time: so
few of them do. A list that has grown old costs memory, nothing else. Needs Debian's valgrind.
"""

import os
import pathlib
import re
import socket
import subprocess
import tempfile

root = pathlib.Path(__file__).resolve().parents[2]
folder = root / ".build-symbols"
# What the linker made of equal stretches has another number in every program: all of it goes along.
OUTLINED = 800
JOBS = """
job {{
    name sleeper
    cmd /bin/sleep 1000
}}
job {{
    name writer
    cmd /bin/sh -c "while :; do echo a line; sleep 0.3; done"
}}
job {{
    name keeper
    cmd /bin/sh -c "while :; do echo a line; sleep 0.3; done"
    log file {folder}/keeper.log
}}
job {{
    name quick
    cmd /bin/sh -c "sleep 1 & sleep 0.7; exit 1"
    restart-delay 200ms
}}
job {{
    name healthy
    cmd /bin/sleep 1000
    health every 500ms tcp 127.0.0.1:{port}
}}
"""


def build():
    """The release binary with the names of its functions."""
    subprocess.run(
        ["swift", "build", "-c", "release", "--scratch-path", folder, "--product", "swinit"],
        check=True, cwd=root, env=os.environ | {"SWINIT_SYMBOLS": "1"})
    binary = folder / "swinit-names"
    subprocess.run(["objcopy", "--strip-debug", folder / "release/swinit", binary], check=True)
    return binary


def wait_for(output, text, times):
    for line in output:
        times -= text in line
        if times == 0:
            return


def profile(binary, scratch):
    """What ran between the start of all jobs and some restarts, as callgrind writes it."""
    server = socket.create_server(("127.0.0.1", 0), backlog=4096)
    jobs = pathlib.Path(scratch, "jobs.conf")
    jobs.write_text(JOBS.format(folder=scratch, port=server.getsockname()[1]))
    container = subprocess.Popen(
        ["unshare", "--pid", "--fork", "--mount-proc", "--kill-child", "valgrind", "--tool=callgrind",
         f"--callgrind-out-file={scratch}/profile", binary, "-c", jobs],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    children = f"/proc/{container.pid}/task/{container.pid}/children"
    wait_for(container.stdout, "restarting in", 3)
    inside = ["nsenter", "-p", "-m", "-t", pathlib.Path(children).read_text().split()[0]]
    subprocess.run([*inside, "callgrind_control", "--zero"], check=True)
    wait_for(container.stdout, "restarting in", 5)
    subprocess.run([*inside, "callgrind_control", "--dump"], check=True)
    container.kill()
    server.close()
    return pathlib.Path(scratch, "profile.1").read_text()


def functions(profile):
    names, ran = {}, set()
    for begin, number, name in re.findall(r"^(c?fn)=\((\d+)\)(?: (.*))?$", profile, re.MULTILINE):
        if name:
            names[number] = name.split("'")[0]
        if begin == "fn":
            ran.add(names[number])
    return sorted(name for name in ran if re.fullmatch(r"[\w$.]+", name))


with tempfile.TemporaryDirectory() as scratch:
    ran = functions(profile(build(), scratch))
lines = [name for name in ran if not name.startswith("OUTLINED") and not name.startswith("0x")]
lines += [f"OUTLINED_FUNCTION_{number}" for number in range(OUTLINED)]
(root / "Sources/CLinux/release.order").write_text("".join(line + "\n" for line in lines))
print(len(lines), "functions")
