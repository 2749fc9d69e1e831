/** The table of commands in the form that completion and manual need, without types of commander. */
import type { Option } from 'commander';
import type { CommandEntry } from './entry.ts';

/** The value of an option, or an operand of a command. */
export interface Place {
  readonly name: string;
  readonly description: string;
  /** The only words that are allowed; empty where it is a path, or free text. */
  readonly words: readonly string[];
  readonly path: boolean;
}

export interface Operand extends Place {
  readonly optional: boolean;
  readonly repeated: boolean;
}

export interface Flag {
  /** `-o` and `--out`; the short one may be absent. */
  readonly short: string | null;
  readonly long: string;
  readonly description: string;
  /** Null where it takes no value. */
  readonly value: (Place & { readonly list: boolean }) | null;
}

export interface Verb extends Pick<CommandEntry, 'name' | 'summary' | 'examples' | 'notes'> {
  readonly operands: readonly Operand[];
  readonly flags: readonly Flag[];
}

const HELP: Flag = { short: '-h', long: '--help', description: 'print this help', value: null };

/** Options that stand before any command. */
export const GLOBAL_FLAGS: readonly Flag[] = [
  { short: '-v', long: '--version', description: 'print the version', value: null },
  HELP,
];

/** Names of values that are paths. */
const PATH = /^(?:file|folder|path)s?$/;

/** Every command in the order of the table, `help` last. */
export function verbsOf(commands: readonly CommandEntry[]): Verb[] {
  const words = commands.map(({ name }) => name);
  const help: Verb = {
    name: 'help',
    summary: 'print the help of a command',
    operands: [{ name: 'command', description: 'its name', words, path: false, optional: true, repeated: false }],
    flags: [],
    examples: [['accordingto help extract', 'what accordingto extract --help prints']],
  };
  return [...commands.map(toVerb), help];
}

function toVerb({ options, lists = {}, operands = [], ...entry }: CommandEntry): Verb {
  return {
    ...entry,
    operands: operands.map(([written, description, words]) => ({
      name: written.replace(/[<>[\].]/g, ''),
      description,
      words: words ?? [],
      path: words === undefined,
      optional: written.startsWith('['),
      repeated: written.includes('...'),
    })),
    flags: [...options().map((option) => toFlag(option, lists)), HELP],
  };
}

function toFlag(option: Option, lists: Readonly<Record<string, readonly string[]>>): Flag {
  const { argChoices = [], short = null } = option;
  const description = `${option.description}${defaultOf(option)}`;
  const long = option.long!;
  const list = lists[long];
  const name = /[<[]([^<>[\].]*)/.exec(option.flags)?.[1];
  const value =
    name === undefined
      ? null
      : { name, description, words: list ?? argChoices, path: PATH.test(name), list: list !== undefined };
  return { short, long, description, value };
}

/** As commander's help shows it. */
function defaultOf({ defaultValue, defaultValueDescription }: Option): string {
  const shown = defaultValueDescription ?? (defaultValue === undefined ? '' : String(defaultValue));
  return shown === '' ? '' : ` (default: ${shown})`;
}
