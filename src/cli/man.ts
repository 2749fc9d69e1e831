/** `accordingto man`: the manual page, in roff with the man macros, from the same table as `--help`. */
import { VERSION } from '../version.ts';
import type { CommandEntry } from './entry.ts';
import { type Flag, GLOBAL_FLAGS, type Operand, type Verb, verbsOf } from './grammar.ts';

/** @returns the exit code, 0, once the manual page is printed as roff */
export async function runMan(description: string, commands: readonly CommandEntry[]): Promise<number> {
  process.stdout.write(manual(description, commands));
  return 0;
}

/** @returns the page; it bears no date, so that the same version gives the same bytes */
export function manual(description: string, commands: readonly CommandEntry[]): string {
  const verbs = verbsOf(commands);
  return [
    `.TH ACCORDINGTO 1 "" "accordingto ${VERSION}" "User Commands"`,
    '.SH NAME',
    `accordingto \\- ${roff(description.charAt(0).toLowerCase() + description.slice(1).replace(/\.$/, ''))}`,
    '.SH SYNOPSIS',
    '.B accordingto',
    '.I command',
    '.RI [ options ]',
    '.RI [ operands ]',
    '.SH OPTIONS',
    ...GLOBAL_FLAGS.flatMap(flagLines),
    '.SH COMMANDS',
    ...verbs.flatMap(verbLines),
    '',
  ].join('\n');
}

function verbLines({ name, summary, operands, flags, examples, notes }: Verb): string[] {
  return [
    `.SS "${roff(['accordingto', name, ...(flags.length > 0 ? ['[options]'] : []), ...operands.map(shown)].join(' '))}"`,
    roff(`${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`),
    ...operands.flatMap((operand) => ['.TP', `.I ${roff(shown(operand))}`, ...described(operand)]),
    ...flags.flatMap(flagLines),
    ...examples.flatMap(([command, does]) => ['.TP', `.B ${roff(command)}`, roff(does)]),
    ...(notes === undefined ? [] : notes.split('\n\n').flatMap(paragraph)),
  ];
}

function flagLines(flag: Flag): string[] {
  const names = [flag.short, flag.long].flatMap((name) => (name === null ? [] : [`\\fB${roff(name)}\\fR`])).join(', ');
  const value = flag.value === null ? '' : ` \\fI${roff(flag.value.name)}\\fR`;
  return ['.TP', `${names}${value}`, ...described({ ...flag, words: flag.value?.words ?? [] })];
}

function described({ description, words }: { description: string; words: readonly string[] }): string[] {
  return words.length > 0 ? [`${roff(description)}.`, roff(`One of: ${words.join(', ')}.`)] : [roff(description)];
}

const shown = ({ name, optional, repeated }: Operand): string => {
  const many = repeated ? `${name}...` : name;
  return optional ? `[${many}]` : many;
};

/** Indented lines are kept as they are, others are filled. */
function paragraph(text: string): string[] {
  const lines = text.split('\n');
  return [
    '.PP',
    ...lines.flatMap((line, index) => {
      const set = line.startsWith(' ');
      const before = index > 0 && lines[index - 1]!.startsWith(' ');
      return [...(set && !before ? ['.nf'] : !set && before ? ['.fi'] : []), roff(line)];
    }),
    ...(lines.at(-1)!.startsWith(' ') ? ['.fi'] : []),
  ];
}

/** Escapes text for roff: no escape, no control line, hyphens that can be copied, no character beyond ASCII. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replaceAll('"', '\\(dq')
    .replaceAll("'", '\\(aq')
    .replace(/^\./, '\\&$&')
    .replace(
      /[^\u0020-\u007e]/gu,
      (character) => `\\[u${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`,
    );
}
