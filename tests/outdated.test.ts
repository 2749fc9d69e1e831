/** Folders whose results are not what a command looks for: it says what is there, and what to do. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { runCorroborate } from '../src/cli/corroborate.ts';
import { runExtract } from '../src/cli/extract.ts';
import { runReport } from '../src/cli/report.ts';
import { resultsOf } from '../src/cli/results.ts';
import { insteadIn } from '../src/results/there.ts';
import type { FormatName } from '../src/write/formats.ts';

const LIMITS = { jobs: 1, timeout: 60, maxSize: 1e6, maxMemory: 1e9, quiet: true };

let complained: string[] = [];
afterEach(() => {
  vi.restoreAllMocks();
});

/** Two articles, read into the folder `out` in each of the formats; before the last of them their texts change. */
async function folder(formats: readonly FormatName[], changed = ['a', 'b']): Promise<string> {
  complained = [];
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    complained.push(String(text).trim());
    return true;
  });
  const root = mkdtempSync(join(tmpdir(), 'accordingto-outdated-'));
  mkdirSync(join(root, 'in'));
  for (const id of ['a', 'b']) writeFileSync(join(root, `in/${id}.txt`), `The road ${id} is shut, Karl Lind said.\n`);
  for (const [index, format] of formats.entries()) {
    if (index > 0) for (const id of changed) writeFileSync(join(root, `in/${id}.txt`), 'Rain fell, Karl Lind said.\n');
    expect(await runExtract([join(root, 'in')], { out: join(root, 'out'), format: [format], ...LIMITS })).toBe(0);
  }
  return join(root, 'out');
}

const refusalOf = (out: string): string => {
  try {
    return JSON.stringify(resultsOf(out));
  } catch (error) {
    return (error as Error).message;
  }
};

test.each<[FormatName[], string]>([
  [['json', 'csv'], 'holds nothing that is up to date: 2 articles are there only as they were'],
  [['csv'], 'holds csv of 2 articles, and neither json nor ndjson; run extract again with --format json'],
  [['csv', 'text'], 'holds csv, text of 2 articles, and neither'],
])('%j: report and corroborate say what is there', async (formats, words) => {
  const out = await folder(formats);
  expect(await runReport([out], { quiet: true })).toBe(66);
  expect(await runCorroborate([out], { format: ['ndjson'], quiet: true })).toBe(66);
  expect(complained).toEqual([expect.stringContaining(words), expect.stringContaining(words)]);
});

test('query and diff do not read what is out of date as if it were not', async () => {
  expect(refusalOf(await folder(['json', 'csv']))).toMatch(
    /out holds nothing that is up to date: 2 articles .* --format claims$/,
  );
  expect(refusalOf(await folder(['claims', 'csv']))).toMatch(/holds nothing that is up to date/);
  expect(refusalOf(await folder(['csv']))).toMatch(/holds csv of 2 articles, and no json, ndjson or claims/);
});

test('what is out of date in part is said, and the rest is read', async () => {
  const out = await folder(['json', 'csv'], ['a']);
  rmSync(join(out, '../in/b.txt'));
  expect(await runReport([out], { quiet: true })).toBe(0);
  expect(complained).toEqual([
    expect.stringMatching(/1 article is there only as it was, .*; run extract again with --format json$/),
  ]);
  expect(readdirSync(join(out, 'report/articles'))).toEqual(['b.html']);
  expect(JSON.parse(refusalOf(out)).files).toEqual([join(out, 'b.json')]);
  expect(complained).toHaveLength(2);
});

test('of a run that was not finished it says so', async () => {
  const out = await folder(['json']);
  const ledger = readFileSync(join(out, 'ledger.ndjson'), 'utf8');
  writeFileSync(join(out, 'ledger.ndjson'), ledger.replace('"complete":true', '"complete":false'));
  expect(await runReport([out], { quiet: true })).toBe(0);
  expect(complained).toEqual([expect.stringMatching(/out: the run was not finished; run the same extract again$/)]);
});

test('of another version: once for each reason, not for each file', async () => {
  const out = await folder(['json']);
  const old = readFileSync(join(out, 'a.json'), 'utf8').replace(/("schemaVersion": ?)"[^"]*"/, '$1"1.3"');
  for (const id of ['a', 'b', 'c', 'd', 'e']) writeFileSync(join(out, `${id}.json`), old);
  expect(await runReport([out], { quiet: true })).toBe(1);
  expect(complained.slice(0, 3)).toEqual(
    ['a', 'b', 'c'].map((id) => expect.stringContaining(`${id}.json has schema version 1.3`)),
  );
  expect(complained.slice(3)).toEqual([
    expect.stringMatching(/2 more files like these: has schema version 1\.3, .*; run extract again$/),
  ]);
});

test('a ledger of another version, of a run that was ended, of inputs that gave nothing', async () => {
  const out = await folder(['csv']);
  const ledger = readFileSync(join(out, 'ledger.ndjson'), 'utf8');
  const withLedger = (text: string) => {
    writeFileSync(join(out, 'ledger.ndjson'), text);
    return insteadIn(out, 'documents');
  };
  expect(withLedger(ledger.replace(/"schemaVersion":"[^"]*"/, '"schemaVersion":"1.3"'))).toMatch(
    /version 1\.3.*run extract again$/,
  );
  expect(withLedger(ledger.replace('"complete":true', '"complete":false'))).toMatch(
    /not finished; run the same extract again$/,
  );
  expect(withLedger(ledger.replace(/"counts":\{[^}]*\}/g, '"counts":null'))).toMatch(/none of 2 inputs gave any/);
  expect(withLedger('no ledger\n')).toMatch(/without a first line/);
  rmSync(join(out, 'ledger.ndjson'));
  expect(insteadIn(out, 'claims')).toMatch(
    /^holds no article's output; extract --format json, ndjson or claims writes it$/,
  );
});
