#!/usr/bin/env bash
# Builds the archive twice, makes sure that both are equal byte for byte, unpacks one into a folder that is then read only, and
# uses it with a JRE made by jlink and no Maven on the path. Takes some minutes; JAVA_HOME must be a JDK. Not for root.
set -euo pipefail
cd "$(dirname "$0")/../../.."
work=$(mktemp -d)
server=
trap '[ -z "$server" ] || kill "$server" 2>/dev/null || true; chmod -R u+w "$work"; rm -rf "$work"' EXIT
say() { printf '%s\n' "-- $*"; }

build() {
    rm -rf target/classes target/maven-status target/*.jar target/lib target/advisor-* # what older sources left
    mvn -q -B -ntp -o -Pdist -Dmaven.test.skip=true -Dspotless.check.skip package
    cp target/advisor-*.tar.gz target/advisor-*.zip "$1"
}
say "builds twice"
mkdir "$work/first" "$work/second"
build "$work/first"
build "$work/second"
diff -r "$work/first" "$work/second"

say "holds what it must"
tar xzf "$work"/first/*.tar.gz -C "$work"
home=$(echo "$work"/advisor-*)
for file in advisor advisor.jar lib rules fixtures docs/operating.md deploy/advisor.service README.md LICENSE THIRD-PARTY.txt; do
    [ -e "$home/$file" ] || { echo "$file is missing"; exit 1; }
done
for jar in "$home"/lib/*.jar; do # each library is listed, by name and version
    name=$(basename "$jar" .jar)
    grep -Eq ":${name%%-[0-9]*}:${name#"${name%%-[0-9]*}"-}" "$home/THIRD-PARTY.txt" || { echo "$name is not listed"; exit 1; }
done

say "runs with a JRE alone, from a folder that cannot be written"
jlink --add-modules java.se,jdk.unsupported,jdk.crypto.ec,jdk.zipfs --strip-debug --output "$work/jre"
mkdir "$work/bin"
for tool in bash readlink dirname cat wc mktemp rm head; do ln -s "$(command -v "$tool")" "$work/bin/"; done
alone=(env -i PATH="$work/bin" JAVA_HOME="$work/jre" ADVISOR_STATE="$work/state" ADVISOR_PORT=0 "$home/advisor")
advisor() { "${alone[@]}" "$@"; }
advisor prepare
chmod -R a-w "$home"
advisor check
advisor test | tail -n 1
"${alone[@]}" serve >"$work/out" 2>"$work/err" & # no function: a signal must reach the program
server=$!
until grep -q Listening "$work/out"; do kill -0 "$server"; sleep 0.1; done
grep '^curl' "$work/out" | bash | grep -q MAKE_GOOD_LATE
kill "$server"
wait "$server" || { echo "it ended with $?"; exit 1; }
server=
say "all is well"
