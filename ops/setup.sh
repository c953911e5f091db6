#!/bin/sh
# Makes .venv with the newest Python that fits, and installs one file of pinned and hashed requirements into it.
# usage: setup.sh REQUIREMENTS STAMP      PYTHON names the interpreter; the stamp is touched when all is in place.
set -eu
requirements=$1
stamp=$2

fits() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

say() {
    printf '\n%s\n' "$*" >&2
    exit 1
}

choose() {
    if [ -n "${PYTHON:-}" ]; then
        fits "$PYTHON" || say "PYTHON=$PYTHON is not a Python 3.11 or newer. Name one that is, or leave PYTHON out."
        echo "$PYTHON"
        return
    fi
    for candidate in python3.14 python3.13 python3.12 python3.11 python3; do
        if fits "$candidate"; then
            echo "$candidate"
            return
        fi
    done
    say "No Python 3.11 or newer was found. Install one (Debian and Ubuntu: apt install python3 python3-venv;" \
        "macOS: brew install python), or name it: make PYTHON=/path/to/python3 setup"
}

case $(uname -s) in
MINGW* | MSYS* | CYGWIN*) say "Lontar runs on Linux and macOS. On Windows use WSL, the Linux inside Windows, and run make there." ;;
esac
if ! fits .venv/bin/python; then
    python=$(choose)
    echo "Making .venv with $("$python" --version)"
    "$python" -m venv --clear .venv ||
        say "$python could not make .venv. On Debian and Ubuntu the module is a package of its own: apt install python3-venv"
fi
echo "Installing $requirements"
.venv/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r "$requirements" ||
    say "Installing $requirements failed; the lines above say why. When the package index can be reached again," \
        "the same command goes on where it stopped."
touch "$stamp"
