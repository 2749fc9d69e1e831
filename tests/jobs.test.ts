/** Jobs from a queue that somebody else can fill: what is none is turned away, and no job reads or writes where it may not. */
import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import type { Document } from '../src/batch/documents.ts';
import { startRunner } from '../src/batch/runner.ts';
import { checkJob, pack, unpack } from '../src/queue/job.ts';
import { runPart } from '../src/queue/part.ts';
import type { JobData } from '../src/queue/schema.ts';
import { filesBelow } from './listing.ts';
import { article, Runs } from './runs.ts';

const asked = { includeText: false, formats: ['json' as const] };
const label = { place: 'a.txt', input: 'a.txt', at: 0, id: 'a', renamed: null, stem: 'a', record: false };
const published = { date: null, basis: 'unknown' as const, candidates: [], evidence: [] };
const text = { id: 'a', source: 'a.txt', text: article('first'), title: null, published, plain: true };
const job = (documents: string, more: object = {}): JobData =>
  ({ shard: { index: 1, of: 2 }, asked, documents, ...more }) as JobData;
const zipped = (value: unknown): string => gzipSync(JSON.stringify(value)).toString('base64');

describe('what is no job', () => {
  test.each<[string, unknown]>([
    ['nothing', null],
    ['a word', 'job'],
    ['a part that leads out', job('', { shard: { index: '../..', of: 2 } })],
    ['a part of no whole', job('', { shard: { index: 3, of: 2 } })],
    ['a part without end', job('', { shard: { index: 1, of: Number.POSITIVE_INFINITY } })],
    ['a format that there is not', job('', { asked: { ...asked, formats: ['constructor'] } })],
    ['no format', job('', { asked: { ...asked, formats: [] } })],
    ['a day that is none', job('', { asked: { ...asked, published: '2021-02-30' } })],
    ['a threshold above one', job('', { asked: { ...asked, minConfidence: 5 } })],
    ['documents that are a list', job([] as unknown as string)],
  ])('%s', (_, data) => {
    expect(() => checkJob(data)).toThrow(/^is no job of accordingto enqueue \(job/);
  });
  test.each<[string, string]>([
    ['no gzip', 'AAAA'],
    ['no JSON', gzipSync('{').toString('base64')],
    ['a gigabyte of spaces', gzipSync(Buffer.alloc(2 ** 28 + 10, ' ')).toString('base64')],
    ['no list', zipped({})],
    ['a document without a place', zipped([{ ...label, at: -1, content: { skipped: 'x' } }])],
    ['a file that leads out', zipped([{ ...label, stem: '../../victim', content: { article: text } }])],
    ['a file with a whole path', zipped([{ ...label, stem: '/etc/cron.d/x', content: { article: text } }])],
    ['the folder of runs', zipped([{ ...label, stem: '.run/lock', content: { article: text } }])],
    ['a text that is a number', zipped([{ ...label, content: { article: { ...text, text: 7 } } }])],
    ['content of no kind', zipped([{ ...label, content: { url: 'http://127.0.0.1/' } }])],
  ])('documents that are %s', (_, documents) => {
    expect(() => unpack(documents)).toThrow(/^is no job of accordingto enqueue \(documents/);
  });
  test('what enqueue packs comes back', () => {
    const documents: Document[] = [{ ...label, content: { article: text } }];
    expect(unpack(pack(documents))).toEqual(documents);
    expect(checkJob(job(pack(documents)))).toEqual(job(pack(documents)));
  });
});

describe('files that a job names', () => {
  async function work(path: (runs: Runs) => string, prepare: (runs: Runs) => void = () => {}) {
    const runs = new Runs().put({ 'a.txt': article('first') });
    writeFileSync(join(runs.root, 'secret.txt'), article('secret'));
    prepare(runs);
    const file = { path: path(runs), source: 'a.txt', id: 'a' };
    const documents = pack([{ ...label, content: { file } }]);
    const limits = { timeout: 60_000, maxMemory: 1e9 };
    const options = { ...asked, folder: true };
    const runner = startRunner([], options, { ...limits, jobs: 1 });
    const task = { job: job(documents), out: runs.out, inputs: join(runs.root, 'news'), threads: 1, ...limits };
    const worked = await runPart(task, runner);
    await runner.close();
    return { runs, worked };
  }
  test('are read where they lie below --inputs', async () => {
    const { runs, worked } = await work(({ root }) => join(root, 'news/a.txt'));
    expect(worked).toEqual({ documents: 1, failed: 0 });
    expect(filesBelow(join(runs.out, '1-of-2'))).toContain('a.json');
  });
  test.each<[string, (runs: Runs) => string, ((runs: Runs) => void)?]>([
    ['lie beside it', ({ root }) => join(root, 'secret.txt')],
    ['lead out of it', ({ root }) => join(root, 'news/../secret.txt')],
    ['are of the system', () => '/etc/hostname'],
    ['are devices', () => '/dev/zero'],
    [
      'are links to others',
      ({ root }) => join(root, 'news/link.txt'),
      ({ root }) => symlinkSync(join(root, 'secret.txt'), join(root, 'news/link.txt')),
    ],
    ['are the folder', ({ root }) => join(root, 'news')],
  ])('fail where they %s', async (_, path, prepare) => {
    const { runs, worked } = await work(path, prepare);
    expect(worked).toEqual({ documents: 1, failed: 1 });
    expect(filesBelow(runs.out).filter((name) => name.endsWith('a.json'))).toEqual([]);
  });
  test('a part whose folder is a link is not written', async () => {
    const prepare = ({ root, out }: Runs) => {
      mkdirSync(out);
      mkdirSync(join(root, 'elsewhere'));
      symlinkSync(join(root, 'elsewhere'), join(out, '1-of-2'));
    };
    let root = '';
    await expect(
      work((runs) => {
        root = runs.root;
        return join(root, 'news/a.txt');
      }, prepare),
    ).rejects.toThrow('is a link, which is not followed');
    expect(readdirSync(join(root, 'elsewhere'))).toEqual([]);
    expect(existsSync(join(root, 'out/1-of-2/a.json'))).toBe(false);
  });
});
