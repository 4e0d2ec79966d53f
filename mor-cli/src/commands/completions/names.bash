
# Names of functions, parameters, their values and groups, from `mor __complete`; everything else from above.
_mor_names() {
    # Words as mor sees them: bash takes them apart at = and :.
    local -a words=()
    local i word joined=
    for ((i = 1; i <= COMP_CWORD; i++)); do
        word=${COMP_WORDS[i]}
        if [[ ${#words[@]} -gt 0 && ( -n $joined || $word == [=:]* ) ]]; then
            words[${#words[@]}-1]+=$word
        else
            words+=("$word")
        fi
        joined=
        [[ $word == *[=:] ]] && joined=1
    done
    local current=${words[${#words[@]}-1]} quote=
    case $current in
        *=[\"\']*) quote=1; current=${current/=[\"\']/=} ;;
        [\"\']*) quote=1; current=${current:1} ;;
    esac
    words[${#words[@]}-1]=${current//\\/}

    # What bash replaces is what comes after the last = or :.
    local prefix=
    [[ $COMP_WORDBREAKS == *=* && $current == *=* ]] && prefix=${current%"${current##*[=:]}"}
    local line
    COMPREPLY=()
    while IFS= read -r line; do
        word=${line%%$'\t'*}
        word=${word#"$prefix"}
        [[ -z $quote ]] && printf -v word %q "$word"
        COMPREPLY+=("$word")
    done < <("${1/#\~/$HOME}" __complete "${words[@]}" 2>/dev/null)
    if [[ ${#COMPREPLY[@]} -eq 0 ]]; then
        _mor "$@"
    elif [[ ${COMPREPLY[0]} == *= ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

if [[ "${BASH_VERSINFO[0]}" -eq 4 && "${BASH_VERSINFO[1]}" -ge 4 || "${BASH_VERSINFO[0]}" -gt 4 ]]; then
    complete -F _mor_names -o nosort -o bashdefault -o default mor
else
    complete -F _mor_names -o bashdefault -o default mor
fi
