# Names of functions, parameters, their values and groups, from `mor __complete`; everything else from below.
_mor() {
    local -a typed names parameters
    local line word meaning
    typed=("${(@Q)words[2,CURRENT]}")
    for line in "${(@f)$(_call_program names ${(q)words[1]} __complete "${(@q)typed}" 2>/dev/null)}"; do
        [[ -n $line ]] || continue
        word=${line%%$'\t'*}
        meaning=${line#*$'\t'}
        if [[ $word == *= ]]; then
            parameters+=("${word%=}:$meaning")
        else
            names+=("${word//:/\\:}${meaning:+:$meaning}")
        fi
    done
    if (( $#parameters )); then
        _describe -t parameters parameter parameters -qS =
    elif (( $#names )); then
        _describe -t names name names
    else
        _mor_options "$@"
    fi
}
