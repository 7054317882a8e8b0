# bash completion for reglament and its commands: options, their words and subcommands as --help shows them, packs and
# rules by `reglament-rules list`, and files for the rest.

_reglament_help() { LC_ALL=C "$@" --help --lang en 2>/dev/null; }

_reglament_rules() {
  local group
  for group in extension frequency deadline formality; do
    reglament-rules list --group $group 2>/dev/null | sed 's/:.*//; s/.*[/]//'
  done
}

_reglament_packs() { reglament-rules list 2>/dev/null | sed 's/ .*//'; }

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

  # The lines of options alone: `  -o, --output FILE   what it means`.
  local options
  options=$(grep -oE '^ +(-[a-z], )?--[a-z-]+( [^ ]+)?' <<< "$help")
  if [[ $word == -* ]]; then
    words=$(grep -oE -- '--?[a-z][a-z-]*( |,|$)' <<< "$options" | tr -d ' ,')
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
    return
  fi
  if [[ $previous == -* ]]; then
    # `--lang kk|ru|en`: one of several words; `--select RULE`: a rule; `--output FILE`: a file.
    words=$(sed -nE "s/^ +(.*, )?${previous}(, --[a-z-]+)? ([^ ]+)$/\3/p" <<< "$options")
    case $words in
      RULE) mapfile -t COMPREPLY < <(compgen -W "$(_reglament_rules)" -- "$word"); return ;;
      *[a-z]*\|*) mapfile -t COMPREPLY < <(compgen -W "${words//|/ }" -- "$word"); return ;;
      'PACK|DIR') words=$(_reglament_packs) ;;
      '' | FILE | PATH...) words= ;;
      *) return ;;
    esac
  elif grep -qE '^Usage: .* RULE\.\.\.' <<< "$help"; then
    mapfile -t COMPREPLY < <(compgen -W "$(_reglament_rules)" -- "$word")
    return
  elif grep -qE '^Usage: .* \[?PACK' <<< "$help"; then
    words=$(_reglament_packs)
  else
    words=
  fi
  compopt -o filenames
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word"; compgen -f -- "$word")
}

complete -F _reglament reglament reglament-{calendar,check,deadlines,extensions,formalities,frequency,records,rules}
