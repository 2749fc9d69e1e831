/** The house rules that `npm run check` holds: each turns down what breaks it, and lets the nearest thing pass. */
import { expect, test } from 'vitest';
import { findBroken } from '../bench/rules/find.ts';
import { parseSource } from '../bench/rules/sources.ts';

/** The entries for files, given as their paths and texts. */
const broken = (files: Readonly<Record<string, string>>): string[] =>
  findBroken(Object.entries(files).map(([path, text]) => parseSource(path, text))).map(({ entry }) => entry);
const lines = (count: number): string => 'x();\n'.repeat(count);

test('a file has at most 400 lines', () => {
  expect(broken({ 'src/a.ts': lines(400), 'bench/b.ts': lines(401) })).toEqual(['file-length\tbench/b.ts']);
});

test('a function has at most 60 lines, whatever it is called by; in tests, what describe and test are given has more', () => {
  const body = (count: number) => `{\n${lines(count)}}`;
  expect(
    broken({
      'src/a.ts': `function fits() ${body(58)}\nfunction long() ${body(59)}\nconst arrow = () => ${body(59)};\n`,
      'src/b.ts': `run(() => ${body(59)});\nclass One {\n  two() ${body(59)}\n}\n`,
      'tests/c.test.ts': `test('all', () => ${body(59)});\nfunction help() ${body(59)}\n`,
    }),
  ).toEqual([
    'function-length\tsrc/a.ts\tlong',
    'function-length\tsrc/a.ts\tarrow',
    'function-length\tsrc/b.ts\t(anonymous)',
    'function-length\tsrc/b.ts\ttwo',
    'function-length\ttests/c.test.ts\thelp',
  ]);
});

test('an exported function of the program has a docstring right before it', () => {
  const text = [
    '/** Has one. */\nexport function one() {}',
    '/** Has one. */\nexport const two = () => 1;',
    '/** Of another. */\nconst x = 1;\nexport function three() {}',
    '// none\nexport const four = () => 1;',
    'export const five = 5;\nfunction six() {}',
  ].join('\n\n');
  expect(broken({ 'src/a.ts': text, 'bench/b.ts': text })).toEqual([
    'docstring\tsrc/a.ts\tthree',
    'docstring\tsrc/a.ts\tfour',
  ]);
});

test('a pattern has at most 120 characters in one literal; from parts it may be longer', () => {
  const letters = 'ab|'.repeat(40);
  expect(
    broken({
      'src/a.ts': `const FITS = /${letters.slice(2)}/;\nconst LONG = /${letters}/;\nuse(/${letters}/);\n`,
      'src/b.ts': `const RAW = String.raw\`${letters}\`;\nconst PARTS = new RegExp(\`\${RAW}\${RAW}\`);\n`,
      'src/c.ts': `const WHOLE = new RegExp(\`${letters}\${RAW}\`);\n`,
    }),
  ).toEqual([
    'pattern-length\tsrc/a.ts\tLONG',
    'pattern-length\tsrc/a.ts\t/ab|ab|ab|ab|ab|ab|a',
    'pattern-length\tsrc/b.ts\tRAW',
    'pattern-length\tsrc/c.ts\tWHOLE',
  ]);
});

test('no folder needs another that needs it, types counted, and none the command line', () => {
  expect(
    broken({
      'src/dates/a.ts': "import type { N } from '../numbers/b.ts';\n",
      'src/numbers/b.ts': "export { c } from '../people/c.ts';\n",
      'src/people/c.ts': "import { a } from '../dates/a.ts';\nimport { d } from '../quotes/d.ts';\n",
      'src/quotes/d.ts': "import { x } from '../cli/x.ts';\n",
      'src/cli.ts': "import { x } from './cli/x.ts';\n",
      'tests/dates.test.ts': "import { x } from '../src/cli/x.ts';\n",
    }),
  ).toEqual([
    'folders\tsrc/dates\tnumbers',
    'folders\tsrc/numbers\tpeople',
    'folders\tsrc/people\tdates',
    'folders\tsrc/quotes\tcli',
  ]);
});
