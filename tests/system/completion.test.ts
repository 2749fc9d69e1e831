/** Completion in the shells themselves, by the scripts that the packed program prints. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { COMMANDS } from '../../src/cli/commands.ts';
import { FORMATS as INPUTS } from '../../src/read/format.ts';
import { FORMATS } from '../../src/write/formats.ts';
import { PACKING, pack, packed } from './packed.ts';

const home = mkdtempSync(join(inject('shared'), 'completion-'));
const script = (shell: string) => join(home, `script.${shell}`);
const has = (shell: string) => spawnSync(shell, ['-c', 'true']).status === 0;

beforeAll(async () => {
  await pack();
  for (const shell of ['bash', 'zsh', 'fish']) {
    const args = [join(packed, 'dist/cli.js'), 'completion', shell];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect(stderr).toBe('');
    writeFileSync(script(shell), stdout);
  }
  mkdirSync(join(home, 'here/a folder'), { recursive: true });
  for (const name of ['news.txt', "it's here.md"]) writeFileSync(join(home, 'here', name), '');
}, PACKING);

/** What a program prints, a sorted line each; whatever it says on standard error fails. */
function lines(program: string, args: readonly string[]): string[] {
  const { stdout, stderr } = spawnSync(program, args, { cwd: join(home, 'here'), encoding: 'utf8', timeout: 60_000 });
  expect(stderr).toBe('');
  return stdout.split('\n').filter(Boolean).sort();
}

/** Readline breaks words at white space and around `=`, and completes the last one. */
function bash(line: string): string[] {
  const words = line.split(/\s+|(?<==)|(?==)/);
  const program = `source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _accordingto
    for reply in "\${COMPREPLY[@]}"; do printf '%s\\n' "$reply"; done`;
  return lines('bash', ['--norc', '-c', program, 'bash', script('bash'), ...words]);
}

/** In an interactive shell, which escapes what it gives; a list is completed after its last comma. */
function zsh(line: string): string[] {
  const driver = fileURLToPath(new URL('complete.zsh', import.meta.url));
  const before = /[^\s=]*,/.exec(line)?.[0] ?? '';
  const found = lines('zsh', ['-f', driver, script('zsh'), join(home, 'here'), line]);
  return found.map((word) => `${before}${word.replace(/\\(.)/g, '$1')}`);
}

/** Fish gives back the whole word with its option, and ends the name of a folder with a slash. */
function fish(line: string): string[] {
  const found = lines('fish', ['--no-config', '-c', 'source $argv[1]; complete -C $argv[2]', script('fish'), line]);
  return found
    .map((word) =>
      word
        .replace(/\t.*/, '')
        .replace(/^--[\w-]+=/, '')
        .replace(/\/$/, ''),
    )
    .sort();
}

const commands = [...COMMANDS.map(({ name }) => name), 'help'];
const paths = ['a folder', "it's here.md", 'news.txt'];
const cases: [line: string, offers: string[]][] = [
  ['accordingto ex', commands.filter((name) => name.startsWith('ex'))],
  ['accordingto extract --from ', [...INPUTS]],
  ['accordingto extract --from=m', ['md']],
  [
    'accordingto extract --format json,c',
    Object.keys(FORMATS).flatMap((name) => (name[0] === 'c' ? [`json,${name}`] : [])),
  ],
  ['accordingto extract -q --inc', ['--include-text']],
  ['accordingto extract --timeout ', []],
  ['accordingto extract --out ', paths],
  ['accordingto extract -q ', paths],
  ['accordingto extract n', ['news.txt']],
  ['accordingto completion ', ['bash', 'fish', 'zsh']],
  ['accordingto help sch', ['schema']],
  ['accordingto schema --h', ['--help']],
];

describe.each([
  ['bash', bash],
  ['zsh', zsh],
  ['fish', fish],
] as const)('%s', (name, complete) => {
  // bash is everywhere where the tests run; the others are packages of the system.
  test.runIf(name === 'bash' || has(name)).each(cases)('%s', (line, offers) => {
    expect(complete(line)).toEqual([...offers].sort());
  });
  test.runIf(name === 'bash' || has(name))('knows every command and every long option of the table', () => {
    expect(complete('accordingto ').sort()).toEqual(expect.arrayContaining([...commands].sort()));
    for (const { name: command, options } of COMMANDS) {
      const flags = [...options().map(({ long }) => long!), '--help'].sort();
      if (name === 'bash') expect(complete(`accordingto ${command} --`)).toEqual(expect.arrayContaining(flags));
    }
  });
});

test('bash is told which function completes', () => {
  expect(lines('bash', ['--norc', '-c', `source "${script('bash')}"; complete -p accordingto`])).toEqual([
    'complete -F _accordingto accordingto',
  ]);
});
