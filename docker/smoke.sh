#!/bin/sh
# Runs a few containers of an image that has swinit and a shell, and checks that swinit does in it what an
# init must: docker/smoke.sh IMAGE [PATH-OF-SWINIT]
set -eu

image=${1:?usage: docker/smoke.sh IMAGE [PATH-OF-SWINIT]}
swinit=${2:-/usr/bin/swinit}
folder=$(mktemp -d)
container=
trap 'docker rm -f $container >/dev/null 2>&1 || :; rm -rf "$folder"' EXIT

# run ARG...: a container whose PID 1 is swinit.
run() {
    docker run --rm --network none -v "$folder:/smoke:ro" --entrypoint "$swinit" "$image" "$@"
}

# expect STATUS ARG...: the container ends with this status.
expect() {
    wanted=$1
    shift
    status=0
    run "$@" >"$folder/output" 2>&1 || status=$?
    if [ "$status" -ne "$wanted" ]; then
        echo "smoke: swinit $*: status $status, not $wanted" >&2
        cat "$folder/output" >&2
        exit 1
    fi
    echo "smoke: swinit $*: $status"
}

# The image's processes may run as any user.
chmod 755 "$folder"
cat >"$folder/good.conf" <<'CONF'
job {
  name prepare
  cmd sh -c "echo prepared"
  wait once
}
job {
  name serve
  cmd sh -c "trap 'echo stopping; exit 0' TERM; echo serving; while :; do sleep 1 & wait $!; done"
}
CONF
printf 'job {\n  name broken\n  cmnd true\n}\n' >"$folder/bad.conf"

expect 0 --version
expect 7 -- sh -c 'exit 7'
expect 143 -- sh -c 'kill -TERM $$'
expect 127 -- /no/such/program
expect 0 check /smoke/good.conf
expect 78 check /smoke/bad.conf
expect 78 -c /smoke/missing.conf

container=$(docker run -d --network none -v "$folder:/smoke:ro" --entrypoint "$swinit" "$image" \
    -c /smoke/good.conf)
tries=0
until docker logs "$container" 2>&1 | grep -q serving; do
    tries=$((tries + 1))
    if [ "$tries" -gt 100 ]; then
        echo "smoke: the job never served" >&2
        docker logs "$container" >&2
        exit 1
    fi
    sleep 0.1
done
docker stop "$container" >/dev/null
status=$(docker inspect -f '{{.State.ExitCode}}' "$container")
if [ "$status" -ne 0 ] || ! docker logs "$container" 2>&1 | grep -q stopping; then
    echo "smoke: docker stop ended with status $status" >&2
    docker logs "$container" >&2
    exit 1
fi
echo "smoke: docker stop: 0"
