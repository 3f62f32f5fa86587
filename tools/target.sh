# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh disable=SC2034 # read by whoever sources it
# What tools/build-deb and tools/build-appimage share: which machine is built for. Begins with the script's arguments; after
# it "$shift" of them are used up. Sets
#   architecture  as Debian names it
#   machine       as uname and the names of AppImages have it
#   preset        of CMake; build: its folder
#   sysroot       where the other architecture's files lie, "" for this machine's own
#   cross         what stands before the names of compiler and binutils, "" for this machine's own
#   admindir      of dpkg, which knows the packages that the libraries are from
own=$(dpkg --print-architecture)
architecture=$own
shift=0
if [ "${1:-}" = --arch ]; then
    architecture=${2:?--arch needs an architecture: amd64 or arm64}
    shift=2
fi
case "$architecture" in
    amd64) machine=x86_64 ;;
    arm64) machine=aarch64 ;;
    "$own") machine=$(uname -m) ;;
    *) echo "$0: --arch $architecture: not one that Framehand is built for; use amd64 or arm64" >&2; exit 2 ;;
esac
if [ "$architecture" = "$own" ]; then
    preset=release
    sysroot=''
    cross=''
    admindir=/var/lib/dpkg
elif [ "$architecture" = arm64 ]; then
    preset=arm64
    sysroot=$(realpath -m build/sysroot-arm64)
    cross=aarch64-linux-gnu-
    admindir=$sysroot/var/lib/dpkg
else
    echo "$0: $architecture cannot be cross-built on $own; build it on a machine of its own" >&2
    exit 2
fi
build=build/$preset

# need KIND: installs what a package of this KIND takes (tools/packages.txt), and sets
#   lib           the folder of the libraries: the compiler that names it may have come just now
need() {
    if [ -z "$cross" ]; then
        tools/setup build "$1"
        lib=/usr/lib/$(gcc -print-multiarch)
    else
        case "$1" in appimage) tools/setup cross appimage-tool ;; *) tools/setup cross "$1" ;; esac
        tools/sysroot "$architecture"
        lib=$sysroot/usr/lib/aarch64-linux-gnu
    fi
}
