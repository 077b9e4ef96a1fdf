# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Shared by the scripts beside it. Source it; it changes nothing by itself but the locale.
# What it says goes to stderr, so that a script's stdout holds results only.

# The repository, from wherever the script is called.
root=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." && pwd)

# Qt wants UTF-8; a bare machine has no locale set.
if [ "$(locale charmap 2>/dev/null)" != UTF-8 ]; then
    export LC_ALL=C.UTF-8
fi

say() {
    printf '%s\n' "$*" >&2
}

# die SENTENCE: ends the script with exit code 2.
die() {
    say "${0##*/}: $*"
    exit 2
}

# Prints the packages of packaging/packages that are not installed.
missingPackages() {
    local name
    while read -r name; do
        case $name in
        '' | '#'*) continue ;;
        esac
        case $(dpkg-query -W -f '${db:Status-Status}' "$name" 2>/dev/null || true) in
        installed*) ;;
        *) printf '%s\n' "$name" ;;
        esac
    done <"$root/packaging/packages"
}

# Installs what is missing; asks nothing of the network when all is there.
installPackages() {
    command -v dpkg-query >/dev/null || die "this is not Debian: install what packaging/packages lists by hand."
    local missing
    mapfile -t missing < <(missingPackages)
    [ "${#missing[@]}" -gt 0 ] || return 0

    local asRoot=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            die "packages are missing and this is neither root nor is there sudo. As root, run:" \
                "apt-get install --no-install-recommends ${missing[*]}"
        fi
        asRoot=(sudo)
    fi
    asRoot+=(env DEBIAN_FRONTEND=noninteractive apt-get -q -o DPkg::Lock::Timeout=300)
    say "Installing ${#missing[@]} packages: ${missing[*]}"
    # An update can fail for a source that has nothing to do with us; the install decides.
    "${asRoot[@]}" update >&2 || say "apt-get update failed; trying with the package lists at hand."
    if ! "${asRoot[@]}" install -y --no-install-recommends "${missing[@]}" </dev/null >&2; then
        die "these packages could not be installed: ${missing[*]}." \
            "Is this Debian 12 with its package sources in reach? Put that right and call again."
    fi
}

# build PRESET [TARGET…]: configures when needed and builds. The binaries are then in build/PRESET/bin.
build() {
    local preset=$1
    shift
    local dir=$root/build/$preset cache home
    cache=$dir/CMakeCache.txt
    home=$(sed -n 's/^CMAKE_HOME_DIRECTORY:INTERNAL=//p' "$cache" 2>/dev/null || true)
    if [ -n "$home" ] && [ "$home" != "$root" ]; then
        # The tree was moved or copied: what CMake remembers is about another place.
        (cd -- "$root" && cmake --preset "$preset" --fresh) >&2
    elif [ ! -f "$dir/build.ninja" ] || [ "$root/CMakePresets.json" -nt "$cache" ]; then
        (cd -- "$root" && cmake --preset "$preset") >&2
    fi
    local targets=()
    [ "$#" -eq 0 ] || targets=(--target "$@")
    (cd -- "$root" && cmake --build --preset "$preset" -j "$(nproc)" "${targets[@]}") >&2
}

# Whether CMakePresets.json has a preset of this name.
isPreset() {
    case $1 in
    dev | asan | tsan | fuzz | release) return 0 ;;
    *) return 1 ;;
    esac
}
