
# Names of functions, parameters, their values and groups, from `mor __complete`; everything else from above.
function __mor_names
    set -l words (commandline -opc) (commandline -ct)
    command $words[1] __complete $words[2..-1] 2>/dev/null
end
complete -c mor -n 'test (count (__mor_names)) -gt 0' -f -a '(__mor_names)'
# Values of options are asked for by the option, and without its name.
complete -c mor -n '__fish_seen_subcommand_from functions' -s g -l group -x -a "(__mor_names | string replace -r '^--[a-z]+=' '')"
complete -c mor -n '__fish_seen_subcommand_from call explain' -l hash -x -a "(__mor_names | string replace -r '^--[a-z]+=' '')"
