# shellcheck shell=bash
# Makes the Swift packages named in Package.swift reachable. To be sourced by scripts/setup.
#
# Where GitHub answers there is nothing to do. Elsewhere Debian's source package of the Swift toolchain carries the
# sources of Apple's packages, checked by apt; each becomes a local git repository, and SwiftPM's own mirror setting
# points the package's address at it. The repositories stand in the user's cache, so that a second clone is served
# at once; the same archive gives the same commits on every machine.
# shellcheck disable=SC2154 # the sourcing script gives root (of the checkout) and log

readonly cache="${XDG_CACHE_HOME:-${HOME:?}/.cache}/bienfonde"
readonly mirrors_file="$root/.swiftpm/configuration/mirrors.json"

# Seconds that GitHub has to answer, and that one connection of apt may stay silent.
readonly github_patience=5
readonly apt_patience=20

ensure_swift_packages() {
    local urls=() url
    while IFS= read -r url; do urls+=("$url"); done < <(package_urls)
    if ((${#urls[@]} == 0)) || mirrors_are_set "${urls[@]}" || packages_are_checked_out "${urls[@]}"; then
        return 0
    fi
    if github_answers "${urls[0]}"; then
        forget_mirrors "${urls[@]}"
        return 0
    fi
    ensure_mirrors "${urls[@]}"
    set_mirrors "${urls[@]}"
}

# The addresses of the manifest, without `.git`, one a line.
package_urls() {
    [[ -f "$root/Package.swift" ]] || return 0
    sed -nE 's|^[^/]*url: *"(https://github\.com/[^"]+)".*|\1|p' "$root/Package.swift" | sed 's|\.git$||'
}

github_answers() {
    GIT_TERMINAL_PROMPT=0 timeout "$github_patience" git ls-remote --exit-code "$1" HEAD >/dev/null 2>&1 </dev/null
}

# Says whether SwiftPM has fetched the packages before, without a mirror: then it asks nobody again.
packages_are_checked_out() {
    [[ -f "$root/Package.resolved" && ! -f $mirrors_file ]] || return 1
    local url
    for url in "$@"; do
        grep -qF "\"$url" "$root/Package.resolved" && [[ -d "$root/.build/checkouts/${url##*/}" ]] || return 1
    done
}

# --- Mirrors -----------------------------------------------------------------------------------------------------

# The repository of a package made from the newest archive that had it; fails when there is none.
mirror_of() {
    local name=${1##*/} found
    found=$(printf '%s\n' "$cache"/swiftlang-*/"$name.git" | sort -V | tail -n 1)
    [[ -d $found ]] && printf '%s\n' "$found"
}

mirrors_exist() {
    local url
    for url in "$@"; do mirror_of "$url" >/dev/null || return 1; done
}

# Says whether SwiftPM is pointed at mirrors that are there.
mirrors_are_set() {
    [[ -f $mirrors_file ]] || return 1
    local url mirror
    for url in "$@"; do
        mirror=$(mirror_of "$url") || return 1
        # SwiftPM writes the file as JSON with escaped slashes.
        sed 's|\\/|/|g' "$mirrors_file" | grep -qF "\"file://$mirror\"" || return 1
    done
}

set_mirrors() {
    local url mirror original
    forget_mirrors "$@"
    for url in "$@"; do
        mirror=$(mirror_of "$url")
        for original in "$url" "$url.git"; do
            swift package --package-path "$root" config set-mirror \
                --original "$original" --mirror "file://$mirror" >>"$log" 2>&1 ||
                fail_with_log "SwiftPM n’a pas accepté le miroir de ${url##*/}."
        done
    done
    say "paquets Swift : GitHub ne répond pas, miroirs locaux utilisés ($cache)"
}

forget_mirrors() {
    [[ -f $mirrors_file ]] || return 0
    local url original
    for url in "$@"; do
        for original in "$url" "$url.git"; do
            swift package --package-path "$root" config unset-mirror --original "$original" >>"$log" 2>&1 || true
        done
    done
}

# Makes the mirrors, once for all clones: whoever comes second waits for the first and finds them made.
ensure_mirrors() {
    mirrors_exist "$@" && return 0
    mkdir -p "$cache"
    exec 9>"$cache/lock"
    flock 9
    mirrors_exist "$@" || (make_mirrors "$@")
    exec 9>&-
}

# Runs under the lock, in a subshell: what an interrupted run left is swept first, and on the way out.
make_mirrors() {
    rm -rf "$cache"/partial.*
    local work
    work=$(mktemp -d "$cache/partial.XXXXXX")
    # shellcheck disable=SC2064 # the folder of now is meant
    trap "rm -rf '$work'" EXIT
    say "paquets Swift : GitHub ne répond pas, sources tirées du paquet Debian « swiftlang » (243 Mo, une seule fois)"
    fetch_archive "$work"
    local archive version
    archive=$(printf '%s\n' "$work"/swiftlang_*.orig.tar.* | head -n 1)
    [[ -f $archive ]] || fail_with_log "le paquet source « swiftlang » de Debian n’a pas la forme attendue."
    version=${archive##*/swiftlang_}
    version=${version%%.orig.tar.*}
    unpack_archive "$archive" "$work/unpacked" "$@"
    local url
    for url in "$@"; do make_mirror "${url##*/}" "$version" "$work"; done
}

# --- Debian's archive --------------------------------------------------------------------------------------------

# Downloads the archive with a private apt state: the machine's own lists stay as they are, root is not needed.
fetch_archive() {
    local work=$1 uri signed_by
    command -v apt-get >/dev/null ||
        fail "GitHub ne répond pas et apt-get est absent : il faut l’un ou l’autre pour obtenir les paquets Swift."
    read -r uri signed_by < <(debian_source) ||
        fail "GitHub ne répond pas et aucune source Debian n’est configurée : impossible d’obtenir les paquets Swift."
    mkdir -p "$work"/apt/{sources,lists/partial,cache/archives/partial}
    {
        printf 'Types: deb-src\nURIs: %s\nSuites: sid\nComponents: main\n' "$uri"
        [[ -z $signed_by ]] || printf 'Signed-By: %s\n' "$signed_by"
    } >"$work/apt/sources/sid.sources"
    local options=(
        -q -o "Dir::Etc::sourcelist=/dev/null" -o "Dir::Etc::sourceparts=$work/apt/sources"
        -o "Dir::State::Lists=$work/apt/lists" -o "Dir::Cache=$work/apt/cache"
        -o "APT::Sandbox::User=$(id -un)" -o "APT::Update::Error-Mode=any"
        -o "Acquire::http::Timeout=$apt_patience" -o "Acquire::https::Timeout=$apt_patience" -o "Acquire::Retries=1"
    )
    (
        cd "$work"
        apt-get "${options[@]}" update && apt-get "${options[@]}" source --download-only --tar-only swiftlang
    ) >>"$log" 2>&1 </dev/null ||
        fail_with_log "ni GitHub ni l’archive Debian ne répondent, et le cache ($cache) est vide : il manque" \
            "les paquets Swift; recommencez avec le réseau."
}

# Prints the address of the Debian archive and the keyring that the machine's own sources name for it.
debian_source() {
    local codename line uri file
    # shellcheck source=/dev/null
    codename=$(source /etc/os-release && printf '%s' "${VERSION_CODENAME:-stable}")
    # apt itself reads its sources, in whichever of its two formats they are written.
    # shellcheck disable=SC2016 # apt fills in the fields
    local format='$(RELEASE) $(COMPONENT) $(REPO_URI) $(SOURCESENTRY)'
    line=$(apt-get indextargets --no-release-info --format "$format" 'Created-By: Packages' |
        awk -v suites=" $codename oldstable stable testing unstable sid " '
            index(suites, " " $1 " ") && $2 == "main" { print $3, $4; exit }')
    [[ -n $line ]] || return 1
    read -r uri file <<<"$line"
    printf '%s %s\n' "$uri" "$(keyring_of "${file%:*}")"
}

# The keyring file that a source file names (`Signed-By: FILE`, `[signed-by=FILE]`), else Debian's own if it is there.
keyring_of() {
    local keyring
    keyring=$(sed -nE 's/^[^#]*([Ss]igned-[Bb]y) *[:=] *"?(\/[^] ",]+).*/\2/p' "$1" | head -n 1)
    for keyring in "$keyring" /usr/share/keyrings/debian-archive-keyring.gpg; do
        if [[ -r $keyring ]]; then
            printf '%s' "$keyring"
            return
        fi
    done
}

# --- From the archive to repositories ----------------------------------------------------------------------------

readonly versions_path="swift/utils/update_checkout/update-checkout-config.json"

unpack_archive() {
    local archive=$1 destination=$2 url
    shift 2
    local members=("*/$versions_path")
    for url in "$@"; do members+=("*/${url##*/}"); done
    mkdir -p "$destination"
    # `--no-same-owner`: git refuses to read files that belong to someone else.
    XZ_OPT=-T0 tar -xf "$archive" -C "$destination" --strip-components=1 --no-same-owner \
        --wildcards --no-wildcards-match-slash "${members[@]}" >>"$log" 2>&1 ||
        fail_with_log "le paquet source « swiftlang » de Debian n’a pas tout ce qu’il faut (ou le disque est plein)."
    rm -f "$archive"
}

# The version of a package in a release of the toolchain, as the toolchain's own list of checkouts has it.
version_of() {
    local name=$1 release=$2 list=$3
    awk -v name="\"$name\":" -v release="\"release/$release\":" '
        $1 == release { inside = 1 }
        inside && $1 == name { gsub(/[",]/, "", $2); print $2; exit }
    ' "$list"
}

# Makes one repository whose commit is the same on every machine, and renames it into place when it is whole.
make_mirror() {
    local name=$1 toolchain=$2 work=$3 version
    version=$(version_of "$name" "$(cut -d. -f1-2 <<<"$toolchain")" "$work/unpacked/$versions_path")
    [[ $version =~ ^[0-9]+\.[0-9]+\.[0-9]+$ ]] ||
        fail "le paquet source « swiftlang » $toolchain ne donne pas de version pour $name."
    local target="$cache/swiftlang-$toolchain"
    (
        unset GIT_INDEX_FILE GIT_DEFAULT_HASH GIT_OBJECT_DIRECTORY
        export GIT_CONFIG_GLOBAL=/dev/null GIT_CONFIG_NOSYSTEM=1
        export GIT_AUTHOR_NAME=bienfonde GIT_AUTHOR_EMAIL=bienfonde@localhost GIT_AUTHOR_DATE="2000-01-01T00:00:00Z"
        export GIT_COMMITTER_NAME=bienfonde GIT_COMMITTER_EMAIL=bienfonde@localhost
        export GIT_COMMITTER_DATE=$GIT_AUTHOR_DATE
        export GIT_DIR="$work/$name.git" GIT_WORK_TREE="$work/unpacked/$name"
        chmod -R u=rwX,go=rX "$GIT_WORK_TREE"
        git init -q --template= && git symbolic-ref HEAD refs/heads/main && git add --all --force . &&
            git commit -q -m "$name $version" && git tag "$version" &&
            git config --unset-all core.worktree && git config core.bare true
    ) >>"$log" 2>&1 </dev/null || fail_with_log "git n’a pas pu faire le miroir de $name."
    mkdir -p "$target"
    rm -rf "${target:?}/$name.git"
    mv "$work/$name.git" "$target/$name.git"
}
