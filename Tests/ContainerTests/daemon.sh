#!/bin/sh
# A Docker Engine of its own for the container tests: daemon.sh SWINIT
#
# Prints `host ADDRESS` when it serves, and lives until its standard input ends, so that nothing is left
# behind even when the test run is killed.
set -eu

folder=$(mktemp -d /tmp/swinit-docker-XXXXXX)
daemon=

clean() {
    if [ -n "$daemon" ]; then
        kill "$daemon" 2>/dev/null || :
        wait "$daemon" 2>/dev/null || :
    fi
    awk -v folder="$folder/" 'index($5, folder) == 1 { print $5 }' /proc/self/mountinfo | sort -r |
        while read -r mount; do umount -l "$mount" || :; done
    rm -rf "$folder"
}
trap clean EXIT
trap 'exit 1' INT TERM HUP

PATH=$PATH:/usr/sbin:/sbin
dockerd -H "unix://$folder/docker.sock" --data-root "$folder/data" --exec-root "$folder/exec" \
    -p "$folder/pid" --storage-driver=overlay2 --exec-opt native.cgroupdriver=cgroupfs \
    --bridge=none --iptables=false --ip6tables=false --ip-forward=false --ip-masq=false \
    --init-path "$1" </dev/null >"$folder/log" 2>&1 &
daemon=$!

tries=0
until [ -S "$folder/docker.sock" ] && docker -H "unix://$folder/docker.sock" info >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 300 ] || ! kill -0 "$daemon" 2>/dev/null; then
        echo "dockerd does not start:" >&2
        tail -n 40 "$folder/log" >&2
        exit 1
    fi
    sleep 0.1
done
echo "host unix://$folder/docker.sock"
cat >/dev/null
