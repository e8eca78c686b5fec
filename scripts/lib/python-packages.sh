# shellcheck shell=bash
# Python packages in an environment of their own. To be sourced, after messages.sh.
# shellcheck disable=SC2154 # the sourcing script gives log

# sysexits.h, EX_UNAVAILABLE.
readonly unavailable=69

# Fills a virtual environment from a list of versions, once for all clones, in the user's cache: whoever comes second
# waits for the first. Leaves its folder in `environment`; ends with 69 when PyPI does not answer.
ensure_python_packages() {
    local list=$1
    local cache="${XDG_CACHE_HOME:-${HOME:?}/.cache}/bienfonde"
    environment=$cache/python-$(sha256sum "$list" | cut -c1-16)
    [[ ! -e $environment/complet ]] || return 0
    mkdir -p "$cache"
    exec 8>"$cache/python.lock"
    flock 8
    if [[ ! -e $environment/complet ]]; then
        say "paquets Python : installés depuis PyPI dans $environment (une seule fois)"
        rm -rf "$environment"
        python3 -m venv "$environment" >>"$log" 2>&1 || fail_with_log "python3 n’a pas pu faire un environnement."
        if ! "$environment/bin/python" -m pip install --quiet --retries 2 --requirement "$list" \
            >>"$log" 2>&1 </dev/null; then
            tail -n 5 "$log" >&2
            printf "paquets Python : PyPI ne répond pas ou n’a pas les paquets demandés; %s\n" \
                "rien n’a été fait, recommencez avec le réseau." >&2
            exit "$unavailable"
        fi
        touch "$environment/complet"
    fi
    exec 8>&-
}
