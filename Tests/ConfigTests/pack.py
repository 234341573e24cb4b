"""Packs Sources/Config/WORDS.txt into Words+Packed.swift: DEFLATE, then seven bits to a character.

Debian's zopfli, where it is there, packs three in a hundred tighter than zlib.
"""
import pathlib
import re
import shutil
import subprocess
import tempfile
import zlib

folder = pathlib.Path(__file__).resolve().parents[2] / "Sources/Config"
parts = re.split(r"^== \w+\n", (folder / "WORDS.txt").read_text(), flags=re.MULTILINE)[1:]
words = "".join(part + "\0" for part in parts).encode()
if shutil.which("zopfli"):
    with tempfile.NamedTemporaryFile() as file:
        file.write(words)
        file.flush()
        packed = subprocess.run(
            ["zopfli", "--deflate", "--i500", "-c", file.name], check=True, capture_output=True).stdout
else:
    packer = zlib.compressobj(9, zlib.DEFLATED, -15, 9)
    packed = packer.compress(words) + packer.flush()
bits = [byte >> place & 1 for byte in packed for place in range(8)]
bits += [0] * (-len(bits) % 7)
lines = [""]
for start in range(0, len(bits), 7):
    code = sum(bit << place for place, bit in enumerate(bits[start:start + 7]))
    char = chr(code)
    if char in '\\"':
        char = "\\" + char
    elif code < 32 or code in (33, 127):  # an exclamation mark would look like a trap
        char = {0: "\\0", 9: "\\t", 10: "\\n", 13: "\\r"}.get(code, "\\u{%x}" % code)
    if len(lines[-1] + char) > 90:
        lines.append("")
    lines[-1] += char
literal = "\\\n".join("        " + line for line in lines)
(folder / "Words+Packed.swift").write_text(
    "extension Words {\n    /// What Tests/ConfigTests/pack.py makes of WORDS.txt.\n"
    f'    static let packed: StaticString = """\n{literal}\n        """\n}}\n')
