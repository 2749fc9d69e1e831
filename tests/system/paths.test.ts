/** Whatever the ids, no article's path stands in the way of another's. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isResult } from '../../src/batch/inside.ts';
import { pathOf } from '../../src/batch/names.ts';
import type { FormatFile } from '../../src/write/format.ts';
import { FORMATS, type FormatName } from '../../src/write/formats.ts';
import { Runs, record } from '../runs.ts';

const ALL = Object.keys(FORMATS) as FormatName[];
const FILES = Object.values(FORMATS).flatMap(({ files }): readonly FormatFile[] => files);

test('a path is no folder of what another article writes, and no name that the folder needs', () => {
  const word = fc.constantFrom('a', 'A', 'json', 'brat', 'txt', 'md', 'claims', 'ndjson', 'ledger', 'con', '.', '');
  const id = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join('.').replaceAll('..', '/'));
  fc.assert(
    fc.property(id, id, (a, b) => {
      fc.pre(a !== '' && b !== '' && a.toLowerCase() !== b.toLowerCase());
      const own = new Map<string, string>();
      for (const name of [a, b]) {
        expect(isResult(pathOf(name))).toBe(true);
        for (const { joined, extension } of FILES) {
          const file = (joined ? extension : pathOf(name) + extension).toLowerCase();
          if (!joined) expect(own.get(file) ?? name).toBe(name);
          own.set(file, joined ? '' : name);
        }
      }
      const folders = (path: string) => path.split('/').map((_, at, all) => all.slice(0, at).join('/').toLowerCase());
      for (const name of [a, b]) for (const folder of folders(pathOf(name))) expect(own.has(folder)).toBe(false);
    }),
    { numRuns: 2000 },
  );
});

test('any ids let every run end, in every format', async () => {
  const ids = ['claims.ndjson/x', 'ledger.ndjson/x', 'a', 'a.json/b', 'a.brat', 'a.html/c.md/d', 'CON', 'nul.', 'x/'];
  const deep = Array.from({ length: 3000 }, (_, at) => at).join('/');
  const runs = new Runs().put({ 'n.jsonl': [...ids, deep].map((id) => record(id)).join('') });
  const { said } = await runs.run([], { formats: ALL });
  expect(said).toEqual([]);
  // One an article, and the tasks of all for Label Studio.
  expect(runs.names().filter((name) => name.endsWith('.json'))).toHaveLength(ids.length + 2);
  expect(await runs.differences()).toEqual([]);
}, 60_000);
