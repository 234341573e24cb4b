"""Packs Sources/Config/WORDS.txt into Sources/CLinux/words.c: DEFLATE.

Debian's zopfli, where it is there, packs three in a hundred tighter than zlib.
"""
import pathlib
import re
import shutil
import subprocess
import tempfile
import zlib

root = pathlib.Path(__file__).resolve().parents[2]
text = (root / "Sources/Config/WORDS.txt").read_text()
parts = re.split(r"^== \w+\n", text, flags=re.MULTILINE)[1:]
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
lines = [""]
for byte in packed:
    char = chr(byte)
    if char in '\\"?':  # two question marks would begin a trigraph
        char = "\\" + char
    elif byte < 32 or byte > 126:
        char = "\\%03o" % byte
    if len(lines[-1] + char) > 110:
        lines.append("")
    lines[-1] += char
literal = "\n".join(f'    "{line}"' for line in lines)
(root / "Sources/CLinux/words.c").write_text(
    "/* What Tests/ConfigTests/pack.py makes of Sources/Config/WORDS.txt: a literal of Swift has no such bytes. */\n"
    '#include "words.h"\n\n'
    f"static const unsigned char words[] =\n{literal};\n\n"
    "const unsigned char *swinit_words(void) { return words; }\n"
    "size_t swinit_words_count(void) { return sizeof words - 1; }\n")
