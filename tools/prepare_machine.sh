#!/usr/bin/env bash
# Installs the system packages that the program (run) or its tests (dev) need, when it may.
# Asks for nothing: without the right to install it names what is missing and goes on.
set -u

run_packages=(
    libegl1 libgl1 libglib2.0-0 libdbus-1-3 libfontconfig1 libxkbcommon0 libxkbcommon-x11-0
    libx11-xcb1 libxcb-cursor0 libxcb-icccm4 libxcb-image0 libxcb-keysyms1 libxcb-randr0
    libxcb-render-util0 libxcb-shape0 libxcb-xinerama0 libxcb-xkb1
)
dev_packages=(poppler-utils strace)

case "${1:-run}" in
    run) wanted=("${run_packages[@]}") ;;
    dev) wanted=("${run_packages[@]}" "${dev_packages[@]}") ;;
    *) echo "usage: $0 run|dev" >&2; exit 2 ;;
esac

command -v dpkg-query >/dev/null || exit 0

missing=()
for package in "${wanted[@]}"; do
    status=$(dpkg-query -W -f='${Status}' "$package" 2>/dev/null || true)
    [ "$status" = "install ok installed" ] || missing+=("$package")
done
[ ${#missing[@]} -eq 0 ] && exit 0

sudo=()
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null && sudo -n true 2>/dev/null; then
        sudo=(sudo -n)
    else
        echo "Missing system packages; please install: sudo apt-get install ${missing[*]}" >&2
        exit 0
    fi
fi

echo "Installing system packages: ${missing[*]}" >&2
export DEBIAN_FRONTEND=noninteractive
"${sudo[@]}" apt-get update -qq >&2 || true
if ! "${sudo[@]}" apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null; then
    echo "Could not install all of: ${missing[*]}" >&2
fi
exit 0
