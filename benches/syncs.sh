#!/bin/sh
# Counts how often the disk is asked to sync while sheets of 60 lines are saved: two runs that
# differ in nothing but the number of saves, so that opening and closing the book fall out.
# One save is to be one transaction and one sync (trust.md, section 2).
set -eu

fewer=10
more=40

if ! command -v strace >/dev/null 2>&1; then
    echo "strace is not installed here, so nothing was counted; on Debian: apt install strace"
    exit 0
fi

cd "$(dirname "$0")/.."
echo "building the benchmark…" >&2
program=$(cargo bench --quiet --bench save --no-run --message-format=json |
    sed -n 's/.*"name":"save".*"executable":"\([^"]*\)".*/\1/p' | tail -n 1)
if [ -z "$program" ]; then
    echo "the benchmark could not be built"
    exit 1
fi

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# How many of these calls a run with so many saves makes.
syncs() {
    TKVV_SAVES=$1 strace -f -qq -e trace=fsync,fdatasync -o "$work/trace" "$program"
    grep -c 'sync(' "$work/trace" || true
}

low=$(syncs "$fewer")
high=$(syncs "$more")
saves=$((more - fewer))
extra=$((high - low))
echo "$fewer saves: $low syncs; $more saves: $high syncs"
echo "syncs for each save: $((extra * 100 / saves)) hundredths ($extra syncs for $saves saves)"
# The log is written back into the book every thousand pages: a few syncs of that are no save's.
if [ "$extra" -lt "$saves" ] || [ $((extra * 10)) -gt $((saves * 13)) ]; then
    echo "expected one sync for each save"
    exit 1
fi
echo "one save, one sync"
