#!/usr/bin/env bash
# Runs COUNT lives of the simulation, optimised, from seed FIRST on, in as many processes as there are
# processors: run.sh [COUNT [FIRST]]. A life has some hundred steps.
set -euo pipefail
cd "$(dirname "$0")/../../.."
count=${1:-1000}
first=${2:-1}
folder=.build-simulation
Tests/SupervisionTests/Simulation/package.sh "$folder"
swift build -c release --build-tests --package-path "$folder"

processes=$(nproc)
share=$(((count + processes - 1) / processes))
running=()
for ((number = 0; number < processes; number += 1)); do
    begin=$((first + number * share))
    SWINIT_SIMULATE="$begin..$((begin + share - 1))" \
        swift test -c release --skip-build --package-path "$folder" --scratch-path "$folder/.build" \
        --filter 'SimulationTests.*every' >"$folder/log$number" 2>&1 &
    running+=($!)
done
status=0
for pid in "${running[@]}"; do wait "$pid" || status=1; done
steps=0
for ((number = 0; number < processes; number += 1)); do
    if [ "$status" != 0 ]; then cat "$folder/log$number"; fi
    own=$(sed -n 's/^\([0-9]*\) steps$/\1/p' "$folder/log$number")
    steps=$((steps + ${own:-0}))
done
echo "$steps steps in $((processes * share)) lives"
exit "$status"
