# bash completion for reglament and its commands: options, their words and subcommands as --help shows them, rules by
# `reglament-rules list`, and files for the rest.

_reglament_help() { LC_ALL=C "$@" --help --lang en 2>/dev/null; }

_reglament_rules() {
  local group
  for group in extension frequency deadline formality; do
    reglament-rules list --group $group 2>/dev/null | sed 's/:.*//; s/.*[/]//'
  done
}

_reglament() {
  local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]}
  local -a command=("${COMP_WORDS[0]}")
  local first=1 help words

  # `reglament check` is `reglament-check`.
  if [[ ${command[0]##*/} == reglament ]]; then
    if ((COMP_CWORD == 1)); then
      words=$(_reglament_help "${command[0]}" | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p')
      mapfile -t COMPREPLY < <(compgen -W "help $words" -- "$word")
      return
    fi
    command=("${command[0]}-${COMP_WORDS[1]}")
    first=2
  fi

  help=$(_reglament_help "${command[@]}") || return
  words=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' <<< "$help")
  if [[ -n $words ]]; then
    if ((COMP_CWORD == first)) && [[ $word != -* ]]; then
      mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
      return
    fi
    help=$(_reglament_help "${command[@]}" "${COMP_WORDS[first]}") || return
  fi

  if [[ $word == -* ]]; then
    words=$(grep -oE '(^|[ ,])--?[a-z][a-z-]*' <<< "$help" | grep -oE -- '--?[a-z][a-z-]*')
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
  fi
  if [[ $previous == -* ]]; then
    # `--lang kk|ru|en`: one of several words, or something else.
    words=$(sed -nE "s/^ .*[ ,]?${previous} ([a-zA-Z=|-]+).*/\1/p" <<< " $help" | head -n 1)
    case $words in
      RULE) mapfile -t COMPREPLY < <(compgen -W "$(_reglament_rules)" -- "$word"); return ;;
      *[a-z]*\|*) mapfile -t COMPREPLY < <(compgen -W "${words//|/ }" -- "$word"); return ;;
      '' | FILE | 'PACK|DIR') ;;
      *) return ;;
    esac
  fi
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen -f -- "$word")
}

complete -F _reglament reglament reglament-{calendar,check,deadlines,extensions,frequency,records,rules}
