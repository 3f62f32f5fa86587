# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the steps of installer/windows/build-deps share. Reads its variables: here, prefix, work, target, jobs.

need_packages() {
    local package missing=''
    while read -r package; do
        case "$package" in '' | '#'*) continue ;; esac
        dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null | grep -qx installed || missing="$missing $package"
    done <"$here/packages.txt"
    [ -z "$missing" ] && return
    local as_root=''
    [ "$(id -u)" -eq 0 ] || as_root=sudo
    echo "==> installing Debian packages:$missing"
    $as_root apt-get update -q >/dev/null
    # shellcheck disable=SC2086 # a list of words
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing >"$work/logs/packages.txt" 2>&1 ||
        { tail "$work/logs/packages.txt" >&2; return 1; }
}

# A configuration of its own for apt, that knows the source packages of this machine's mirrors.
source_apt_update() {
    local state=$work/apt
    if [ ! -f "$state/apt.conf" ]; then
        mkdir -p "$state/lists/partial" "$state/cache/archives/partial" "$state/parts"
        # shellcheck disable=SC2016 # apt fills that in
        apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) main' 'Created-By: Packages' 'Codename: bookworm' |
            sort -u >"$state/sources.list"
        # shellcheck disable=SC2016
        apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) main' 'Created-By: Packages' 'Codename: bookworm-security' |
            sort -u >>"$state/sources.list"
        [ -s "$state/sources.list" ] || { echo "apt names no mirror of Debian 12" >&2; return 1; }
        cat >"$state/apt.conf.part" <<CONF
Dir::Etc::SourceList "$state/sources.list";
Dir::Etc::SourceParts "$state/parts";
Dir::State::Lists "$state/lists";
Dir::Cache "$state/cache";
APT::Sandbox::User "root";
CONF
        APT_CONFIG=$state/apt.conf.part apt-get update -q
        mv "$state/apt.conf.part" "$state/apt.conf"
    fi
}

source_apt() {
    source_apt_update
    APT_CONFIG=$work/apt/apt.conf apt-get "$@"
}

# debian_source NAME: the source package with Debian's patches, in the folder $work/NAME. The newest one, unless the
# mirror has lost its files.
debian_source() {
    local name=$1 version
    rm -rf "${work:?}/$name"
    for version in $(source_apt_versions "$name"); do
        if (cd "$work/sources" && source_apt source -q --download-only "$name=$version"); then
            (cd "$work/sources" && dpkg-source -q --no-check --extract "${name}_${version#*:}.dsc" "$work/$name")
            echo "$name $version" >>"$prefix/.steps/versions"
            return
        fi
        echo "installer/windows/build-deps: the mirror has no whole $name $version" >&2
    done
    return 1
}

# From the newest one on.
source_apt_versions() {
    source_apt_update
    APT_CONFIG=$work/apt/apt.conf apt-cache showsrc --only-source "$1" | sed -n 's/^Version: //p' | sort --version-sort --reverse --unique
}

# pool_file PATH SHA256: a file of the mirror's pool that is no source package of Debian 12, in $work/sources.
pool_file() {
    local file=$work/sources/${1##*/} mirror
    if ! echo "$2  $file" | sha256sum --check --status 2>/dev/null; then
        # shellcheck disable=SC2016
        mirror=$(apt-get indextargets --format '$(REPO_URI)' 'Created-By: Packages' 'Label: Debian' | head -n 1)
        curl -sSfL --retry 3 -o "$file" "$mirror$1"
        echo "$2  $file" | sha256sum --check --quiet
    fi
}

# cmake_library FOLDER [OPTION ...]: configured for Windows, built, and installed into the prefix.
cmake_library() {
    local source=$1
    shift
    rm -rf "$source-build"
    cmake -G Ninja -S "$source" -B "$source-build" -DCMAKE_TOOLCHAIN_FILE="$here/mingw.cmake" -DFRAMEHAND_WINDOWS_PREFIX="$prefix" \
        -DCMAKE_INSTALL_PREFIX="$prefix" -DCMAKE_BUILD_TYPE=Release "$@"
    ninja -C "$source-build" -j "$jobs"
    cmake --install "$source-build"
}

# host_headers FOLDER ...: headers of packages of this machine that are the same for every system.
host_headers() {
    mkdir -p "$prefix/include"
    local folder
    for folder in "$@"; do
        rm -rf "${prefix:?}/include/${folder##*/}"
        cp -rL "$folder" "$prefix/include/"
    done
}
