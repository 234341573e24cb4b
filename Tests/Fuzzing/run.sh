#!/usr/bin/env bash
# Fuzzes what reads users' text, SECONDS long (60 without): run.sh [SECONDS [FOLDER-OF-NEW-INPUTS]].
# Fails where an input crashes it, takes more than 5 s or needs more than 1 GB; the input is left in
# .build-fuzzing. To replay one: .build-fuzzing/fuzzing FILE. New inputs that reach new code are in
# FOLDER-OF-NEW-INPUTS; the short ones among them are worth keeping in Tests/Fuzzing/Corpus.
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
out=.build-fuzzing
new=${2:-$out/new}
mkdir -p "$out/seeds" "$new"

flags=(-sanitize=fuzzer,address -parse-as-library -O -wmo -use-ld=lld -I "$out" -package-name swinit
    -Xcc -fmodule-map-file=Sources/CLinux/include/module.modulemap -Xcc -D_GNU_SOURCE
    -enable-upcoming-feature MemberImportVisibility -enable-upcoming-feature InternalImportsByDefault)
gcc -O -c -o "$out/words.o" Sources/CLinux/words.c -I Sources/CLinux/include
objects=("$out/words.o")
for module in Basics Config Supervision Wire; do
    swiftc "${flags[@]}" -module-name "$module" -emit-module -emit-module-path "$out/$module.swiftmodule" \
        -c -o "$out/$module.o" Sources/"$module"/*.swift
    objects+=("$out/$module.o")
done
swiftc "${flags[@]}" -module-name Fuzzing -o "$out/fuzzing" Tests/Fuzzing/Fuzzing.swift "${objects[@]}"

# The examples, and every configuration that a test writes down, are seeds; the words of the option
# table are what inputs are mixed from.
number=0
for example in examples/*/*.conf; do
    cp "$example" "$out/seeds/example$((number += 1))"
done
python3 - "$out/seeds" <<'END'
import pathlib, re, sys
number = 0
for file in sorted(pathlib.Path("Tests").glob("*Tests/*.swift")):
    text = file.read_text()
    for part in re.findall(r'"""\n(.*?)"""', text, re.S) + re.findall(r'"((?:[^"\\\n]|\\.)*\\n(?:[^"\\\n]|\\.)*)"', text):
        part = part.replace("\\n", "\n").replace('\\"', '"').replace("\\t", "\t")
        number += 1
        (pathlib.Path(sys.argv[1]) / f"test{number}").write_text(part)
table = pathlib.Path("Sources/Config/OptionCatalogue.swift").read_text()
words = set(re.findall(r"[A-Za-z0-9_:./$-]+", "".join(re.findall(r'^        \w\w [^|]*\|', table, re.M))))
words |= {"\\x0cjob", "include /etc/1\\x0a", "${", "$${", ":-", ":?", "}", "{", "\\x5c\\x0a", "\\xef\\xbb\\xbf"}
words |= {"udp://127.0.0.1:9@lo", "RLIMIT_NOFILE", "infinity", "RTMIN+3", "10s..1h30m", "0x1f", "500ms"}
(pathlib.Path(sys.argv[1]).parent / "words").write_text("".join(f'"{word}"\n' for word in sorted(words)))
END

# detect_leaks=0: Swift's runtime keeps what it makes once.
export ASAN_OPTIONS=detect_leaks=0
# Swift's own report of a crash does not end under the sanitizer.
export SWIFT_BACKTRACE=enable=no
"$out/fuzzing" -max_total_time="$seconds" -timeout=5 -rss_limit_mb=1024 -max_len=4096 \
    -dict="$out/words" -artifact_prefix="$out/" -print_final_stats=1 -verbosity=1 \
    "$new" Tests/Fuzzing/Corpus "$out/seeds" 2>&1 | grep --line-buffered -v -E "^#.*(NEW|REDUCE|pulse)"
