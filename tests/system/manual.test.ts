/** The manual page, as printed and as shipped. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { COMMANDS, DESCRIPTION } from '../../src/cli/commands.ts';
import type { CommandEntry } from '../../src/cli/entry.ts';
import { manual } from '../../src/cli/man.ts';
import { PACKING, pack, packed, project } from './packed.ts';

const shipped = join(packed, 'man/accordingto.1');
const has = (program: string, flag: string) => spawnSync(program, [flag]).error === undefined;

beforeAll(pack, PACKING);

test('what is printed is what is shipped, and package.json says where', () => {
  const { stdout } = spawnSync(process.execPath, [join(packed, 'dist/cli.js'), 'man'], { encoding: 'utf8' });
  expect(stdout).toBe(readFileSync(shipped, 'utf8'));
  expect(stdout).toBe(manual(DESCRIPTION, COMMANDS));
  const { man } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
  expect(join(packed, man)).toBe(shipped);
});

test('hostile words stay words', () => {
  const entry: CommandEntry = {
    name: 'x',
    summary: "'quoted' \\fBbold",
    options: () => [],
    examples: [['.so /etc/passwd', 'a “word” – 1-2']],
    notes: 'first\n  set in\nlast',
    load: () => Promise.reject(new Error('not run')),
  };
  const page = manual('.TH', [entry]);
  expect(page).toContain('\n\\(aqquoted\\(aq \\efBbold.\n');
  expect(page).toContain('\n.B \\&.so /etc/passwd\n');
  expect(page).toContain('a \\[u201C]word\\[u201D] \\[u2013] 1\\-2');
  expect(page).toContain('\nfirst\n.nf\n  set in\n.fi\nlast\n');
  expect(page).toMatch(/^[\n -~]*$/);
});

test.runIf(has('mandoc', '-h'))('mandoc has nothing against it', () => {
  const { stdout, status } = spawnSync('mandoc', ['-T', 'lint', '-W', 'warning', shipped], { encoding: 'utf8' });
  // Without a date the same version gives the same bytes.
  const said = stdout.split('\n').filter((line) => line !== '' && !line.includes('missing date'));
  expect({ said, status }).toEqual({ said: [], status: 2 });
});

test.runIf(has('man', '--version'))('man shows every command and option, without a warning', () => {
  const { stdout, stderr, status } = spawnSync('man', ['--warnings', '-l', shipped], {
    encoding: 'utf8',
    env: { ...process.env, MANWIDTH: '200', MAN_KEEP_FORMATTING: '', LC_ALL: 'C.UTF-8' },
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  for (const { name, options, examples } of COMMANDS) {
    expect(stdout).toContain(`accordingto ${name}`);
    for (const { long, short } of options())
      expect(stdout).toMatch(new RegExp(`^ +${short ? `${short}, ` : ''}${long}`, 'm'));
    for (const [command] of examples) expect(stdout.replace(/\s+/g, ' ')).toContain(command);
  }
});
