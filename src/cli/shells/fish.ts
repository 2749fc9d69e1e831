/** Completion for fish. */
import { type Flag, GLOBAL_FLAGS, type Verb } from '../grammar.ts';
import { brief } from './quote.ts';

/** @returns a script that fish reads from standard input, or from a file in its folder of completions */
export function fish(verbs: readonly Verb[]): string {
  return [
    '# fish completion of accordingto: accordingto completion fish | source',
    'complete -c accordingto -f',
    ...GLOBAL_FLAGS.map((flag) => line('__fish_use_subcommand', flagWords(flag))),
    ...verbs.map(({ name, summary }) => line('__fish_use_subcommand', `-a ${name} -d ${quote(summary)}`)),
    ...verbs.flatMap(({ name, flags, operands }) => {
      const seen = `__fish_seen_subcommand_from ${name}`;
      const words = operands.flatMap((operand) => operand.words);
      return [
        ...flags.map((flag) => line(seen, flagWords(flag))),
        ...(words.length > 0 ? [line(seen, `-a ${quote(words.join(' '))}`)] : []),
        ...(operands.some(({ path }) => path) ? [line(seen, '-F')] : []),
      ];
    }),
    '',
  ].join('\n');
}

const line = (condition: string, rest: string): string => `complete -c accordingto -n ${quote(condition)} ${rest}`;

function flagWords({ short, long, description, value }: Flag): string {
  const names = `${short ? `-s ${short.slice(1)} ` : ''}-l ${long.slice(2)}`;
  const takes = value === null ? '' : value.path ? ' -r -F' : ` -x${completions(value)}`;
  return `${names}${takes} -d ${quote(brief(description))}`;
}

function completions({ words, list }: NonNullable<Flag['value']>): string {
  if (words.length === 0) return '';
  return ` -a ${quote(list ? `(__fish_append , ${words.join(' ')})` : words.join(' '))}`;
}

const quote = (text: string): string => `'${text.replace(/[\\']/g, '\\$&')}'`;
