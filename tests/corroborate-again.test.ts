/** A run of `corroborate` after another: what it reads anew, and that it writes the same bytes as the first of its kind. */
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { runCorroborate } from '../src/cli/corroborate.ts';
import { tellArticle } from '../src/corroborate/tell.ts';
import { extract } from '../src/index.ts';
import { writeReport } from '../src/report/index.ts';
import { writeNdjson } from '../src/write/ndjson.ts';

vi.mock('../src/corroborate/tell.ts', async (load) => {
  const real = await load<typeof import('../src/corroborate/tell.ts')>();
  return { tellArticle: vi.fn(real.tellArticle) };
});

const CLAIM = 'the Karol mine will close in March after ninety years of work';
const LINES = [
  `Director Pavol Hrasko said that ${CLAIM}.`,
  `Pavol Hrasko said ${CLAIM}. “Nobody will lose a house because of it,” he added.`,
  `Mayor Ines Duarte denied that ${CLAIM}.`,
  `“Nobody will lose a house because of it,” mine director Pavol Hrasko told the Arden Courier.`,
].map((text, at) => writeNdjson({ output: extract({ id: `a${at}`, text }) }) as string);

let out: string;
const kept = () => join(out, 'corroboration/articles.kept');
const FILES = ['clusters.ndjson', 'register.ndjson', 'copies.ndjson'];

/** @returns how many articles were looked at */
async function run(place = join(out, 'corroboration'), register?: string): Promise<number> {
  vi.mocked(tellArticle).mockClear();
  const options = { format: ['ndjson'] as const, quiet: true, out: place };
  expect(await runCorroborate([out], register === undefined ? options : { ...options, register })).toBe(0);
  return vi.mocked(tellArticle).mock.calls.length;
}

const bytesIn = (place: string) => FILES.map((name) => readFileSync(join(place, name), 'utf8'));

async function expectSameAsAnew(): Promise<void> {
  const anew = mkdtempSync(join(tmpdir(), 'accordingto-anew-'));
  expect(await run(anew)).toBe(readFileSync(join(out, 'articles.ndjson'), 'utf8').trimEnd().split('\n').length);
  expect(bytesIn(join(out, 'corroboration'))).toEqual(bytesIn(anew));
}

beforeEach(async () => {
  out = mkdtempSync(join(tmpdir(), 'accordingto-again-'));
  writeFileSync(join(out, 'articles.ndjson'), LINES.slice(0, 3).join(''));
  expect(await run()).toBe(3);
});

test('looks at no article twice', async () => {
  expect(await run()).toBe(0);
  await expectSameAsAnew();
});

test('looks at those that came, and writes what a run from scratch writes', async () => {
  appendFileSync(join(out, 'articles.ndjson'), LINES[3]!);
  expect(await run()).toBe(1);
  expect(bytesIn(join(out, 'corroboration'))[0]).toContain('lose a house');
  await expectSameAsAnew();
  expect(await run()).toBe(0);
});

test('forgets those that went, and looks at those that changed', async () => {
  const size = statSync(kept()).size;
  writeFileSync(join(out, 'articles.ndjson'), LINES.slice(0, 2).join(''));
  expect(await run()).toBe(0);
  expect(statSync(kept()).size).toBeLessThan(size);
  await expectSameAsAnew();
  writeFileSync(join(out, 'articles.ndjson'), LINES.slice(0, 2).join('').replaceAll('March', 'April'));
  expect(await run()).toBe(2);
  await expectSameAsAnew();
});

test.each<[string, () => void, number]>([
  ['damaged in one record', () => damage(statSync(kept()).size - 10), 1],
  ['cut short', () => truncateSync(kept(), statSync(kept()).size - 10), 1],
  ['cut short in its first line', () => truncateSync(kept(), 30), 3],
  ['of another version', () => damage(20), 3],
  ['something else', () => writeFileSync(kept(), 'nothing of the kind'), 3],
  ['empty', () => writeFileSync(kept(), ''), 3],
])('a file that is %s is not trusted', async (_, spoil, looked) => {
  spoil();
  expect(await run()).toBe(looked);
  await expectSameAsAnew();
  expect(await run()).toBe(0);
});

test('another register lets all articles be looked at again', async () => {
  const register = join(out, 'register.tsv');
  writeFileSync(register, 'name\tkind\nArden Courier\tmedia\n');
  expect(await run(undefined, register)).toBe(3);
  expect(await run(undefined, register)).toBe(0);
});

/** Changes one byte. */
function damage(at: number): void {
  const bytes = readFileSync(kept());
  bytes[at]! ^= 1;
  writeFileSync(kept(), bytes);
}

describe('a report', () => {
  /** @returns how many articles it looked at */
  async function report(folder: string): Promise<number> {
    vi.mocked(tellArticle).mockClear();
    await writeReport(out, folder, () => {});
    return vi.mocked(tellArticle).mock.calls.length;
  }
  const pagesIn = (folder: string) =>
    ['index.html', ...readdirSync(join(folder, 'clusters')).map((name) => `clusters/${name}`)].map((name) =>
      readFileSync(join(folder, name), 'utf8'),
    );

  test('looks at no article that corroborate looked at', async () => {
    expect(await report(join(out, 'report'))).toBe(0);
  });

  test('looks at none of an earlier report, and is the same as one from scratch', async () => {
    rmSync(join(out, 'corroboration'), { recursive: true });
    expect(await report(join(out, 'report'))).toBe(3);
    expect(await report(join(out, 'report'))).toBe(0);
    appendFileSync(join(out, 'articles.ndjson'), LINES[3]!);
    expect(await report(join(out, 'report'))).toBe(1);
    const anew = mkdtempSync(join(tmpdir(), 'accordingto-anew-'));
    expect(await report(anew)).toBe(4);
    expect(pagesIn(join(out, 'report'))).toEqual(pagesIn(anew));
  });

  test('forgets articles that went', async () => {
    await report(join(out, 'report'));
    const size = statSync(join(out, 'report/articles.kept')).size;
    writeFileSync(join(out, 'articles.ndjson'), LINES[0]!);
    expect(await report(join(out, 'report'))).toBe(0);
    expect(statSync(join(out, 'report/articles.kept')).size).toBeLessThan(size);
  });

  test('keeps nothing that may be wrong where it is given up', async () => {
    rmSync(join(out, 'corroboration'), { recursive: true });
    vi.mocked(tellArticle).mockImplementationOnce(() => {
      throw new Error('no more');
    });
    await expect(writeReport(out, join(out, 'report'), () => {})).rejects.toThrow('no more');
    expect(readdirSync(join(out, 'report')).filter((name) => name.includes('kept'))).toEqual([]);
    expect(await report(join(out, 'report'))).toBe(3);
  });
});
