#!/usr/bin/env bash
# How the server bears more than it can do: finds the highest rate it sustains, then asks half of it, twice, half again, in
# three rounds (ROUNDS).
# Server and load have cores of their own.   src/test/scripts/overload.sh [SECONDS PER STEP] [OPTIONS FOR serve...]
set -euo pipefail
cd "$(dirname "$0")/../../.."
seconds=${1:-5}
shift || true

[ -d target/test-classes/retention/hostile ] || mvn -q -B -ntp test-compile
out=$(mktemp -d)
taskset -c "${SERVER_CORES:-0,1}" ./advisor serve --port 0 --state "$out/state" "$@" >"$out/out" 2>"$out/err" &
server=$!
trap 'kill "$server" 2>/dev/null || true; wait "$server" 2>/dev/null || true; rm -rf "$out"' EXIT

port=
until [ -n "$port" ]; do
    kill -0 "$server" 2>/dev/null || { cat "$out/err" >&2; exit 2; }
    port=$(sed -n 's/^Listening on .*:\([0-9]*\) .*/\1/p' "$out/out")
    sleep 0.1
done

status=0
# The load has its memory from the begin: what it waits for there would be counted as waiting for the server.
taskset -c "${LOAD_CORES:-2,3}" java -XX:+UseParallelGC -Xms1g -Xmx1g -XX:+AlwaysPreTouch -cp 'target/test-classes:target/classes:target/lib/*' \
    retention.hostile.Overload "$port" fixtures "$seconds" "${ROUNDS:-3}" || status=$?
if grep -E 'ERROR|Exception|^\s+at ' "$out/err" | head -n 5 | grep .; then
    echo "the server's log complains" >&2
    status=1
fi
exit "$status"
