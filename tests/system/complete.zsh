# What zsh offers on Tab: an interactive shell in a pseudo-terminal, where compadd also prints what it is given.
# usage: zsh -f complete.zsh SCRIPT FOLDER LINE
setopt extended_glob
zmodload zsh/zpty
zpty inner zsh -f -i
{
  zpty -w inner "cd ${(q)2}; PS1=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D; source ${(q)1}"
  zpty -w inner '
    compadd() {
      if [[ ${@[1,(i)(-|--)]} == *-[a-zA-Z]#[OAD]*\ * ]]; then builtin compadd "$@"; return; fi
      local -a hits; builtin compadd -A hits "$@"
      (( $#hits )) && print -rl -- "<"${^hits}">"
      builtin compadd "$@"
    }
    done-here() { print "=done=" }
    comppostfuncs=(done-here)
    bindkey "^I" complete-word
    print "=re""ady="'
  local text='' part
  while [[ $text != *'=ready='* ]] && zpty -r inner part; do text+=$part; done
  zpty -w -n inner $3$'\t'
  text=''
  while [[ $text != *'=done='* ]] && zpty -r inner part; do text+=$part; done
  for part in ${(f)text}; do [[ $part == *'<'(#b)(?*)'>'* ]] && print -r -- $match[1]; done
} always { zpty -d inner }
