/** Completion for zsh, by its `_arguments`. */
import { type Flag, GLOBAL_FLAGS, type Operand, type Place, type Verb } from '../grammar.ts';
import { brief, quote } from './quote.ts';

/** Works as a file `_accordingto` in $fpath and when sourced after `compinit`. */
export function zsh(verbs: readonly Verb[]): string {
  const commands = verbs.map(({ name, summary }) => `        ${quote(`${name}:${summary}`)}\n`);
  const branches = verbs.map(
    ({ name, flags, operands }) =>
      `        ${name}) _arguments ${[...flags.map(flagSpec), ...operands.map(operandSpec)].join(' \\\n          ')} ;;\n`,
  );
  return `#compdef accordingto
# zsh completion of accordingto: source <(accordingto completion zsh), or as _accordingto in a folder of $fpath
_accordingto() {
  local context state state_descr line
  typeset -A opt_args
  _arguments -C ${GLOBAL_FLAGS.map(flagSpec).join(' ')} '1:command:->command' '*::operand:->operand'
  case $state in
    command)
      local -a commands=(
${commands.join('')}      )
      _describe -t commands command commands ;;
    operand)
      case $words[1] in
${branches.join('')}      esac ;;
  esac
}

if [[ $funcstack[1] == _accordingto ]]; then _accordingto "$@"; else compdef _accordingto accordingto; fi
`;
}

/** `'(-o --out)'{-o,--out=}'[write there]:folder:_files'` */
function flagSpec({ short, long, description, value }: Flag): string {
  const told = quote(`[${literal(brief(description))}]${value ? `:${value.name}:${action(value, value.list)}` : ''}`);
  const spelled = value ? `${long}=` : long;
  return short ? `${quote(`(${short} ${long})`)}{${short},${spelled}}${told}` : `${quote(spelled)}${told}`;
}

function operandSpec(operand: Operand, index: number): string {
  const at = operand.repeated ? '*' : String(index + 1);
  return quote(`${at}:${operand.optional && !operand.repeated ? ':' : ''}${operand.name}:${action(operand, false)}`);
}

function action({ name, words, path }: Place, list: boolean): string {
  if (list) return `_values -s , ${name} ${words.join(' ')}`;
  if (words.length > 0) return `(${words.join(' ')})`;
  return path ? '_files' : ' ';
}

const literal = (text: string): string => text.replace(/[[\]:\\]/g, '\\$&');
