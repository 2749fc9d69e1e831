/** The commands: arguments in, exit code out. Never a stack trace, always one line that says what to do. */
import { Argument, Command, CommanderError } from 'commander';
import { EXIT, Failure, reasonOf } from '../failure.ts';
import { complain } from '../terminal.ts';
import { VERSION } from '../version.ts';
import { COMMANDS, DESCRIPTION } from './commands.ts';
import type { CommandEntry } from './entry.ts';

/** Columns of a terminal, as every one has them. */
const WIDTH = 80;

const program = new Command('accordingto')
  .description(DESCRIPTION)
  .version(VERSION, '-v, --version', 'print the version')
  .helpOption('-h, --help', 'print this help')
  .helpCommand('help [command]', 'print the help of a command')
  .showHelpAfterError(false)
  .exitOverride()
  .configureOutput({ outputError: (message) => complain(usage(message)) })
  .addHelpText('after', `\nExamples:\n${lines(COMMANDS.flatMap(({ examples }) => examples.slice(0, 1)))}`);

for (const entry of COMMANDS) addCommand(entry);

try {
  if (process.argv.length <= 2) program.help({ error: true });
  await program.parseAsync(process.argv.map(asOperand));
} catch (error) {
  process.exitCode = exitCodeOf(error);
}

/** A query may begin with a comment of SQL, which looks like an option; no option has a space or a line's end in its name. */
function asOperand(argument: string, at: number): string {
  return at > 2 && process.argv[2] === 'query' && /^--(?:[^=]*\n|\s|[^\s=]*\s)/.test(argument)
    ? ` ${argument}`
    : argument;
}

function addCommand({ name, summary, operands = [], options, examples, notes, load }: CommandEntry): void {
  const command = program.command(name).description(summary).allowExcessArguments(false);
  for (const [written, description, words] of operands) {
    const operand = new Argument(written, description);
    command.addArgument(words?.length ? operand.choices(words) : operand);
  }
  for (const option of options()) command.addOption(option);
  command.addHelpText('after', `\nExamples:\n${lines(examples)}${notes ? `\n\n${notes}` : ''}`);
  command.action(async (...given: unknown[]) => {
    const run = await load();
    const values = given.slice(0, operands.length).flat() as (string | undefined)[];
    process.exitCode = await run(
      values.filter((value) => value !== undefined),
      command.opts() as never,
    );
  });
}

/** What each does stands behind it, or above where that does not fit for all; a long one goes on in the next line. */
function lines(examples: CommandEntry['examples']): string {
  const width = Math.max(...examples.map(([command]) => command.length));
  const beside = examples.map(([command, does]) => `  ${command.padEnd(width)}  # ${does}`);
  if (beside.every((line) => line.length <= WIDTH)) return beside.join('\n');
  return examples.map(([command, does]) => `  # ${does}\n  ${folded(command)}`).join('\n');
}

/** A shell takes an end of a line between quotation marks, and SQL does too. */
function folded(command: string): string {
  if (command.length + 2 <= WIDTH) return command;
  let line = '  ';
  const folds: string[] = [];
  for (const word of command.split(' ')) {
    if (line.length + word.length > WIDTH) {
      folds.push(line.trimEnd());
      line = '    ';
    }
    line += `${word} `;
  }
  return [...folds, line.trimEnd()].join('\n').trimStart();
}

/** Commander's message as one line with its suggestion, and where to read more. */
function usage(message: string): string {
  const line = message
    .replace(/^error: /, '')
    .trim()
    .split(/\n/)
    .map((part) => part.trim())
    .join(' ')
    .replace(/[.]$/, '');
  const asked = COMMANDS.find(({ name }) => name === process.argv[2]);
  const path = /^unknown command '([^']*)'/.exec(line)?.[1];
  if (path !== undefined && /[./]/.test(path))
    return `unknown command '${path}'; to read it: accordingto extract ${path}`;
  return `${line}; see accordingto ${asked ? `${asked.name} ` : ''}--help`;
}

function exitCodeOf(error: unknown): number {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT.usage;
  if (error instanceof Failure) {
    complain(error.message);
    return error.exitCode;
  }
  const { code = '' } = (error ?? {}) as NodeJS.ErrnoException;
  if (code === 'EMFILE' || code === 'ENFILE') {
    complain(reasonOf(error));
    return EXIT.output;
  }
  complain(`${error instanceof Error ? error.message : String(error)}; this is a bug of accordingto, please report it`);
  return EXIT.failed;
}
