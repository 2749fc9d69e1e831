/** Completion for bash 3.2 (macOS) and later; it needs no other package. */
import { type Flag, GLOBAL_FLAGS, type Verb } from '../grammar.ts';
import { quote } from './quote.ts';

/**
 * Words are listed with `compgen -W`, so none may hold white space. Readline breaks words at `=`, hence the start of the
 * function.
 */
export function bash(verbs: readonly Verb[]): string {
  const first = [...verbs.map(({ name }) => name), ...GLOBAL_FLAGS.flatMap(spellings)];
  return `# bash completion of accordingto: source <(accordingto completion bash)
_accordingto_words() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -W "$1" -- "$current")
}

# Words with commas between them.
_accordingto_list() {
  local before='' word
  if [[ $current == *,* ]]; then before=\${current%,*},; fi
  while IFS= read -r word; do COMPREPLY+=("$before$word"); done < <(compgen -W "$1" -- "\${current##*,}")
}

_accordingto_paths() {
  local word
  while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "$current")
  compopt -o filenames 2>/dev/null
}

_accordingto() {
  local current=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]} command='' at
  COMPREPLY=()
  if [[ $current == = ]]; then current=''
  elif [[ $before == = ]]; then before=\${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    if [[ \${COMP_WORDS[at]} != -* ]]; then command=\${COMP_WORDS[at]}; break; fi
  done
  case $command in
    '') _accordingto_words ${quote(first.join(' '))} ;;
${verbs.map(branch).join('')}  esac
}

complete -F _accordingto accordingto
`;
}

function branch({ name, operands, flags }: Verb): string {
  const valued = flags.flatMap((flag) => (flag.value ? [{ ...flag, value: flag.value }] : []));
  const values = valued.map(({ value, ...flag }) => {
    const words = quote(value.words.join(' '));
    const act = value.list
      ? `_accordingto_list ${words}; `
      : value.words.length > 0
        ? `_accordingto_words ${words}; `
        : value.path
          ? '_accordingto_paths; '
          : '';
    return `        ${spellings(flag).join('|')}) ${act}return ;;\n`;
  });
  const words = operands.flatMap((operand) => operand.words);
  return [
    `    ${name})\n`,
    values.length > 0 ? `      case $before in\n${values.join('')}      esac\n` : '',
    `      if [[ $current == -* ]]; then _accordingto_words ${quote(flags.flatMap(spellings).join(' '))}; return; fi\n`,
    words.length > 0 ? `      _accordingto_words ${quote(words.join(' '))}\n` : '',
    operands.some(({ path }) => path) ? '      _accordingto_paths\n' : '',
    '      ;;\n',
  ].join('');
}

const spellings = ({ short, long }: Pick<Flag, 'short' | 'long'>): string[] => (short ? [short, long] : [long]);
