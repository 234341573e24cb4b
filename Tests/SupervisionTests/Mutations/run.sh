#!/usr/bin/env bash
# Breaks the supervisor in each way of list.txt, one at a time and in a copy, and runs the simulation:
# run.sh [WORDS OF A TITLE]. Fails where one break does not apply any more, or is not found.
set -euo pipefail
cd "$(dirname "$0")/../../.."
folder=$PWD/.build-mutations
list=Tests/SupervisionTests/Mutations/list.txt
wanted=${1:-}
Tests/SupervisionTests/Simulation/package.sh "$folder"

# Builds the copy and runs the simulation; its output goes to the file of that name.
simulate() {
    if ! swift build --build-tests --package-path "$folder" >"$folder/build.log" 2>&1; then
        cat "$folder/build.log"
        return 2
    fi
    timeout 300 env SWINIT_SIMULATE="1..${1}" swift test --skip-build --package-path "$folder" \
        --filter 'SimulationTests.*every' >"$folder/run.log" 2>&1
}

if ! simulate 200; then
    cat "$folder/run.log"
    echo "the simulation fails without a break" >&2
    exit 1
fi

total=0
survivors=0
# A break begins with its title; then come a file, the line to be replaced and the line instead.
while IFS= read -r title; do
    case $title in "# "*) ;; *) continue ;; esac
    IFS= read -r file
    IFS= read -r old
    IFS= read -r new
    title=${title#"# "}
    if [[ $title != *"$wanted"* ]]; then continue; fi
    total=$((total + 1))
    text=$(<"$file")
    if [ "$text" = "${text/"${old:1}"/}" ]; then
        echo "DOES NOT APPLY: $title" >&2
        survivors=$((survivors + 1))
        continue
    fi
    printf '%s\n' "${text/"${old:1}"/"${new:1}"}" >"$folder/$file"
    status=0
    simulate 1200 || status=$?
    cp -a "$file" "$folder/$file"
    touch "$folder/$file"
    case $status in
    1) echo "found: $title ($(sed -n 's/.*\(seed [0-9]*, step [0-9]*: .*\)/\1/p' "$folder/run.log" |
        head -n 1 | cut -c -120))" ;;
    *)
        echo "NOT FOUND: $title (status $status)" >&2
        survivors=$((survivors + 1))
        ;;
    esac
done <"$list"
echo "$((total - survivors)) of $total found"
[ "$survivors" = 0 ] && [ "$total" != 0 ]
