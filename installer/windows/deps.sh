# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# What the steps of installer/windows/build-deps share. Reads its variables: here, prefix, work, target, jobs. What a step
# writes goes into its log; the terminal is 3.

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

# A configuration of its own for apt, that knows the newest source packages of this machine's mirrors. It is in its place
# once all of their lists have been brought.
source_apt_update() {
    local state=$work/apt
    mkdir -p "$state/lists/partial" "$state/cache/archives/partial" "$state/parts"
    # shellcheck disable=SC2016 # apt fills that in
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) main' 'Created-By: Packages' 'Codename: bookworm' |
        sort -u >"$state/sources.list.part"
    # shellcheck disable=SC2016
    apt-get indextargets --format 'deb-src $(REPO_URI) $(RELEASE) main' 'Created-By: Packages' 'Codename: bookworm-security' |
        sort -u >>"$state/sources.list.part"
    [ -s "$state/sources.list.part" ] || { echo "apt names no mirror of Debian 12" >&2; return 1; }
    mv "$state/sources.list.part" "$state/sources.list"
    cat >"$state/apt.conf.part" <<CONF
Dir::Etc::SourceList "$state/sources.list";
Dir::Etc::SourceParts "$state/parts";
Dir::State::Lists "$state/lists";
Dir::Cache "$state/cache";
APT::Sandbox::User "root";
CONF
    APT_CONFIG=$state/apt.conf.part apt-get update -q --error-on=any
    mv "$state/apt.conf.part" "$state/apt.conf"
}

# source_files NAME VERSION: into $work/sources. 1 where the mirror says that it has not all of them. Anything else may be
# over soon and is no reason to take an older version: it is tried once more, and then ends the step.
source_files() {
    local said=$work/apt/said attempt
    for attempt in 1 2; do
        if (cd "$work/sources" && LC_ALL=C APT_CONFIG=$work/apt/apt.conf apt-get source -q --download-only "$1=$2") >"$said" 2>&1; then
            cat "$said"
            return
        fi
        cat "$said"
        ! grep -Eq '^E: Failed to fetch .* (404|410|File not found) ' "$said" || return 1
        echo "installer/windows/build-deps: attempt $attempt: $1 $2 could not be brought" >&2
    done
    exit 1
}

tell() { # SENTENCE: on the terminal too
    echo "$1"
    echo "$1" >&3
}

# debian_source NAME: the source package with Debian's patches, in the folder $work/NAME. The newest one, unless the
# mirror has lost its files.
debian_source() {
    local name=$1 version
    rm -rf "${work:?}/$name"
    for version in $(source_apt_versions "$name"); do
        if source_files "$name" "$version"; then
            (cd "$work/sources" && dpkg-source -q --no-check --extract "${name}_${version#*:}.dsc" "$work/$name")
            echo "$name $version" >>"$prefix/.steps/versions"
            keep_licence "$name" "$work/$name/debian/copyright"
            return
        fi
        tell "    the mirror has no whole $name $version: the one before it is tried"
    done
    echo "installer/windows/build-deps: the mirror has no source of $name" >&2
    return 1
}

# keep_licence NAME FILE: with the prefix, so that a saved one can be shipped without the sources.
keep_licence() {
    mkdir -p "$prefix/share/licences"
    cp "$2" "$prefix/share/licences/$1"
}

# From the newest one on.
source_apt_versions() {
    APT_CONFIG=$work/apt/apt.conf apt-cache showsrc --only-source "$1" | sed -n 's/^Version: //p' | sort --version-sort --reverse --unique
}

# Names the sources in the prefix of which the lists, those of the last run that built something, have newer ones.
tell_older_sources() {
    local name version newest
    local -A built=()
    [ -f "$work/apt/apt.conf" ] && [ -f "$prefix/.steps/versions" ] || return 0
    while read -r name version; do
        built[$name]=$version # the last one of a name is what was built last
    done <"$prefix/.steps/versions"
    for name in "${!built[@]}"; do
        newest=$(source_apt_versions "$name" | sed -n 1p) || continue
        ! dpkg --compare-versions "${built[$name]}" lt "$newest" ||
            echo "==> $name ${built[$name]} is older than the newest one, $newest"
    done | sort
}

# For tools/sbom, which may run on another machine: what is taken from packages of this one, a line for each with
# FILE PACKAGE VERSION ARCHITECTURE SOURCE VERSION.
host_packages() {
    local file package
    for file in /usr/include/{boost/version,nlohmann/json,tl/expected,CLI/CLI}.hpp /usr/include/ffnvcodec/nvEncodeAPI.h \
        "/usr/$target/include/zlib.h"; do
        package=$(dpkg-query -S "$file" 2>/dev/null | cut -d: -f1) || continue
        dpkg-query -W -f="$file \${Package} \${Version} \${Architecture} \${source:Package} \${source:Version}\n" "$package"
    done
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
