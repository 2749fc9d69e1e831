/** `accordingto corroborate` and `check` as commands: what they write, print and return. */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { runCheck } from '../src/cli/check.ts';
import { runCorroborate } from '../src/cli/corroborate.ts';
import { extract } from '../src/index.ts';
import { verifyCorroboration } from '../src/verify/corroboration.ts';
import { writeNdjson } from '../src/write/ndjson.ts';

const CLAIM = 'the Karol mine will close in March';
const folder = (files: Readonly<Record<string, string>>): string => {
  const root = mkdtempSync(join(tmpdir(), 'accordingto-corroborate-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(root, name), content);
  return root;
};
const articles = (...texts: string[]): string =>
  texts.map((text, at) => writeNdjson({ output: extract({ id: `a${at}`, text }, { includeText: true }) })).join('');
const run = (): string =>
  folder({ 'articles.ndjson': articles(`Director Pavol Hrasko said that ${CLAIM}.`, `Pavol Hrasko said ${CLAIM}.`) });

afterEach(() => {
  vi.restoreAllMocks();
});

describe('corroborate', () => {
  test('writes beside the articles, which stay as they are', async () => {
    const out = run();
    expect(await runCorroborate([out], { format: ['ndjson', 'gexf'], quiet: true })).toBe(0);
    expect(readdirSync(join(out, 'corroboration')).sort()).toEqual([
      '.accordingto',
      ...['articles.kept', 'clusters.ndjson', 'copies.ndjson', 'corroboration.gexf', 'register.ndjson'],
    ]);
    const [cluster] = readFileSync(join(out, 'corroboration/clusters.ndjson'), 'utf8').split('\n');
    expect(JSON.parse(cluster!)).toMatchObject({ gist: CLAIM, articles: 2, speakers: [1, 1] });
  });

  test('what it wrote is held against the articles', async () => {
    const out = run();
    await runCorroborate([out], { format: ['ndjson'], quiet: true });
    const lines: string[] = [];
    expect(await verifyCorroboration(out, (line) => lines.push(line))).toBeGreaterThan(2);
    expect(lines).toEqual([]);
    writeFileSync(join(out, 'articles.ndjson'), articles(`Nobody said that ${CLAIM}.`, `Pavol Hrasko said ${CLAIM}.`));
    await verifyCorroboration(out, (line) => lines.push(line));
    expect(lines.join('\n')).toContain('run accordingto corroborate again');
  });

  test.each([
    ['a folder that is not there', '/nowhere/at/all', /is no folder/],
    ['the folder that is read', '.', /is what is read/],
  ])('refuses %s', async (_, out, message) => {
    await expect(runCorroborate([out], { format: ['ndjson'], out, quiet: true })).rejects.toThrow(message);
  });

  test('a register that is none is named', async () => {
    const out = run();
    writeFileSync(join(out, 'r.tsv'), 'name\tcolour\n');
    const options = { format: ['ndjson'] as const, register: join(out, 'r.tsv'), quiet: true };
    await expect(runCorroborate([out], options)).rejects.toThrow(/r\.tsv line 1: the first line names the columns/);
    expect(existsSync(join(out, 'corroboration'))).toBe(false);
  });
});

describe('check', () => {
  const said = 'Mayor Anna Weber spoke.\n\n“Our engineers checked the wall twice in May,” Weber said.\n';
  const place = folder({
    'said.txt': said,
    'good.txt': 'The dam is shut. “Our engineers checked the wall twice in May,” Weber said.\n',
    'bad.txt': 'The dam is shut. “Our engineers checked the wall once in May,” Weber said.\n',
  });
  const check = async (draft: string, quiet = false) => {
    let printed = '';
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed += text;
      return true;
    });
    const code = await runCheck([join(place, draft)], { against: [join(place, 'said.txt')], format: 'text', quiet });
    return { code, printed };
  };

  test('0 where all is verbatim', async () => {
    expect(await check('good.txt')).toEqual({
      code: 0,
      printed: 'verbatim        “Our engineers checked the wall twice in May,” — Weber\n',
    });
    expect((await check('good.txt', true)).printed).toBe('');
  });

  test('1 where something is not, with what is different', async () => {
    const { code, printed } = await check('bad.txt');
    expect(code).toBe(1);
    expect(printed).toMatch(/^edited {10}/);
    expect(printed).toContain('checked the wall [-once-] {+twice+} in May');
  });

  test('quotations of which nobody is the speaker fail too', async () => {
    writeFileSync(join(place, 'nobody.txt'), 'The mayor “checked the hall twice in May” and left. Ask the “divers”.\n');
    const { code, printed } = await check('nobody.txt');
    expect(code).toBe(1);
    expect(printed).toContain('edited          “checked the hall twice in May”\n');
    expect(printed).toContain('word-or-title   “divers”\n');
  });

  test('a draft does not bear itself out, by whatever path it is found', async () => {
    const options = { against: [join(place, 'linked')], format: 'text' } as const;
    mkdirSync(join(place, 'linked'));
    symlinkSync(join(place, 'bad.txt'), join(place, 'linked/copy.txt'));
    await expect(runCheck([join(place, 'bad.txt')], options)).rejects.toThrow(
      /holds no text to compare with besides the draft itself/,
    );
  });

  test('what of the draft cannot be read is a failure', async () => {
    writeFileSync(join(place, 'half.jsonl'), `${JSON.stringify({ id: 'a', text: 'It rained.' })}\n{"id":\n`);
    vi.spyOn(process.stderr, 'write').mockReturnValue(true);
    expect((await check('half.jsonl')).code).toBe(1);
  });

  test('what is not there is said', async () => {
    const options = { against: [join(place, 'gone')], format: 'text' } as const;
    await expect(runCheck([join(place, 'good.txt')], options)).rejects.toThrow(/gone/);
  });
});
