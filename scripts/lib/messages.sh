# shellcheck shell=bash
# What the scripts say to people, on standard error. To be sourced; `log` names the file that commands write to.
# shellcheck disable=SC2154 # the sourcing script gives log

say() {
    printf 'mise en place : %s\n' "$*" >&2
}

fail() {
    printf 'mise en place : échec : %s\n' "$*" >&2
    exit 1
}

# Fails, showing the end of what the failed command wrote.
fail_with_log() {
    tail -n 20 "$log" >&2
    fail "$@"
}
