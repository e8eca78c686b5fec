# shellcheck shell=bash
# Debian packages, installed when they are missing. To be sourced, after messages.sh.
# shellcheck disable=SC2154 # the sourcing script gives log

# Says whether a package (name, then what it brings) is present.
is_present() {
    if command -v dpkg-query >/dev/null; then
        [[ $(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null) == installed ]] && return
    fi
    command -v "$2" >/dev/null || pkg-config --exists "$2" 2>/dev/null || [[ -e /usr/include/$2 ]]
}

# Runs apt-get as root, without questions; what it says goes to the log.
apt_get_as_root() {
    local prefix=()
    if ((EUID != 0)); then
        if [[ -t 0 ]]; then prefix=(sudo); else prefix=(sudo -n); fi
    fi
    "${prefix[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300 "$@" >>"$log" 2>&1
}

# Installs those packages of its arguments that are missing; each is « name witness ».
ensure_debian_packages() {
    local missing=() entry name witness
    for entry in "$@"; do
        read -r name witness <<<"$entry"
        is_present "$name" "$witness" || missing+=("$name")
    done
    ((${#missing[@]})) || return 0
    local remedy="installez-les (apt-get install ${missing[*]}), puis recommencez."
    command -v apt-get >/dev/null || fail "il manque ${missing[*]} et apt-get est absent; $remedy"
    ((EUID == 0)) || command -v sudo >/dev/null ||
        fail "il manque ${missing[*]} et sudo est absent; $remedy"
    say "installation des paquets Debian manquants : ${missing[*]}"
    # The lists may be absent or old; without network the packages may still be in apt's own cache.
    apt_get_as_root update || true
    apt_get_as_root install --no-install-recommends --yes "${missing[@]}" ||
        fail_with_log "il manque ${missing[*]} et apt-get n’a pas pu les installer (réseau ou droits?); $remedy"
}
