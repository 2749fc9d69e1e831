/** A queue on Redis: jobs, those who do them, what happens when these die, and what is given up. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type Document, listDocuments } from '../../src/batch/documents.ts';
import { findInputs } from '../../src/batch/inputs.ts';
import { type ConsumeOptions, consume } from '../../src/queue/consume.ts';
import { enqueue } from '../../src/queue/enqueue.ts';
import { jobOf, pack, unpack } from '../../src/queue/job.ts';
import { openQueues } from '../../src/queue/redis.ts';
import { clearQueue, queueStatus, retryFailed } from '../../src/queue/status.ts';
import { PACKING, packed, packedWithout, pack as packProgram } from './packed.ts';
import { filesIn, home, program, run, tree } from './program.ts';
import { freePort, hasRedis, type Redis, startRedis } from './redis.ts';

const article = (name: string) => `The ${name} dam is safe, the mayor said. “We checked it twice,” said Anna Weber.\n`;
const articles = (...names: string[]) =>
  tree(Object.fromEntries(names.map((name) => [`news/${name}.txt`, article(name)])));
const contentOf = (out: string) =>
  Object.fromEntries(filesIn(out).map((name) => [name, readFileSync(join(out, name), 'utf8')]));
const ledgerOf = (out: string) =>
  readFileSync(join(out, 'ledger.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ ...JSON.parse(line), milliseconds: 0 }));
const merge = async (cwd: string) => {
  const parts = readdirSync(join(cwd, 'parts')).map((name) => join('parts', name));
  const { code, stderr } = await run(['merge', ...parts, '--out', 'merged'], { cwd });
  expect(code, stderr).toBe(0);
  return join(cwd, 'merged');
};

beforeAll(packProgram, PACKING);

describe('without a server', () => {
  test.each(['enqueue news', 'work', 'queue status'])('%s says where none is, once, and ends', async (command) => {
    const port = await freePort();
    const cwd = articles('a');
    const { code, stdout, stderr } = await run(
      [...command.split(' '), '--redis', `redis://:secret@127.0.0.1:${port}`],
      {
        cwd,
      },
    );
    expect(stderr).toBe(
      `accordingto: Redis at redis://127.0.0.1:${port} cannot be reached: connect ECONNREFUSED 127.0.0.1:${port}; check --redis and whether the server runs\n`,
    );
    expect([code, stdout]).toEqual([command.startsWith('enqueue') ? 74 : 66, '']);
  });

  test('a job holds pages to the byte', async () => {
    const page = Buffer.from('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>caf\xe9\0\xff</p>', 'latin1');
    const head = `WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http\r\nWARC-Target-URI: http://x.org/a\r\nContent-Length: ${page.length}\r\n\r\n`;
    const root = tree({ 'a.txt': article('a'), 'b.warc': Buffer.concat([Buffer.from(head), page]) });
    const documents: Document[] = [];
    for await (const document of listDocuments(findInputs([root], null).inputs, {}, {})) documents.push(document);
    expect(documents.map(({ id }) => id)).toEqual(['a', 'x.org/a']);
    expect(unpack(pack(documents))).toEqual(documents);
  });

  test('a package that is absent is named, with how to get it', async () => {
    const copy = packedWithout('bullmq');
    for (const command of [['enqueue', '.'], ['work'], ['queue', 'status']]) {
      const child = spawn(process.execPath, [join(copy, 'dist/cli.js'), ...command, '--redis', 'redis://127.0.0.1']);
      let stderr = '';
      child.stderr.setEncoding('utf8').on('data', (text) => (stderr += text));
      const code = await new Promise((resolve) => child.on('close', resolve));
      expect(stderr).toMatch(
        /^accordingto: the queue \(accordingto enqueue, work, queue\) needs a package that is not installed; to install it: npm install 'bullmq@\^5\.[\d.]+'\n$/,
      );
      expect(code).toBe(2);
    }
  });

  test.each([
    ['enqueue news', /required option '--redis <url>' not specified/],
    ['enqueue - --redis redis://127.0.0.1', /standard input cannot be put into a queue/],
    ['work --redis http://127.0.0.1', /give an address such as redis:/],
    ['work --redis redis://127.0.0.1 --queue a:b', /use letters, digits/],
    ['queue stop --redis redis://127.0.0.1', /Allowed choices are status, retry, clear/],
  ])('%s is refused', async (command, reason) => {
    const { code, stderr } = await run(command.split(' '), { env: { REDIS_URL: undefined } });
    expect(stderr).toMatch(reason);
    expect(code).toBe(2);
  });
});

describe.runIf(hasRedis)('with a server', () => {
  let redis: Redis;
  let place: { url: string; name: string };
  let queues = 0;
  const asked = { includeText: false, formats: ['json' as const], maxTextBytes: 2e6 };
  beforeAll(async () => {
    redis = await startRedis();
    process.env.ACCORDINGTO_PROGRAM = join(packed, 'dist/queue-program.js');
  });
  afterAll(() => redis?.stop());
  beforeEach(() => {
    queues += 1;
    place = { url: redis.url, name: `test-${queues}` };
  });

  /** The program, with this test's queue. */
  const call = (cwd: string, ...args: string[]) =>
    run([...args, '--queue', place.name], { cwd, env: { REDIS_URL: redis.url } });
  const enqueueIn = (cwd: string, size: number) =>
    enqueue(place, findInputs([join(cwd, 'news')], null).inputs, asked, size);
  /** A consumer in this process whose documents may misbehave. @returns what it said */
  async function work(cwd: string, more: Partial<ConsumeOptions> = {}): Promise<string[]> {
    const said: string[] = [];
    const options: ConsumeOptions = {
      out: join(cwd, 'parts'),
      inputs: cwd,
      threads: 1,
      timeout: 20_000,
      maxMemory: 1e9,
      lease: 2000,
      untilEmpty: true,
      signal: new AbortController().signal,
      giveUp: new AbortController().signal,
      program: new URL('./queue-program.mjs', import.meta.url),
      ...more,
    };
    await consume(place, options, {
      done: (part, { documents, failed }) => said.push(`${part} ${documents} ${failed}`),
      failed: (part, reason) => said.push(`${part} ${reason}`),
      trouble: (reason) => said.push(reason),
    });
    return said;
  }

  test('two workers, one of which is killed: every document once, the bytes of one run', async () => {
    const cwd = tree({
      'news/records.jsonl': Array.from({ length: 20 }, (_, at) =>
        JSON.stringify({ id: `r${at % 15}`, text: article(`number ${at}`) }),
      ).join('\n'),
      ...Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`news/${at}.txt`, article(`river ${at}`)])),
      'news/broken.json': '{',
    });
    expect(await call(cwd, 'enqueue', 'news', '--size', '4')).toMatchObject({
      code: 0,
      stderr: `  jobs 16, articles 61; waiting in queue ${place.name}\n`,
    });
    const start = () => {
      const args = [
        'work',
        '--queue',
        place.name,
        '--redis',
        redis.url,
        '--lease',
        '2',
        '--jobs',
        '1',
        '--until-empty',
      ];
      return spawn(process.execPath, [program, ...args], { cwd, stdio: ['ignore', 'ignore', 'pipe'] });
    };
    const [first, second] = [start(), start()];
    const ended = [first, second].map((child) => new Promise((resolve) => child.on('close', (...how) => resolve(how))));
    await new Promise((resolve) => first.stderr.once('data', resolve));
    await setTimeout(50);
    first.kill('SIGKILL');
    expect(await Promise.all(ended)).toEqual([
      [null, 'SIGKILL'],
      [1, null],
    ]);
    const { jobs, failures, deadLetters } = await queueStatus(place);
    expect(jobs).toEqual({ waiting: 0, delayed: 0, active: 0, done: 16, failed: 0 });
    expect([failures, deadLetters]).toEqual([[], []]);
    const { jobs: queue, close } = await openQueues(place);
    const lost = (await queue.getJobs('completed')).filter(({ stalledCounter }) => stalledCounter > 0);
    await close();
    expect(lost).toHaveLength(1);
    const merged = await merge(cwd);
    await run(['extract', 'news', '--out', 'single'], { cwd });
    expect(contentOf(merged)).toEqual(contentOf(join(cwd, 'single')));
    expect(ledgerOf(merged)).toEqual(ledgerOf(join(cwd, 'single')));
    expect(ledgerOf(merged)).toHaveLength(62);
  }, 120_000);

  test('a document that ends its process is found and given up, all others are done', async () => {
    const cwd = articles('a', 'b', 'crash', 'd', 'e', 'f');
    await enqueueIn(cwd, 5);
    const said = await work(cwd, { crashes: 2 });
    const ended = 'the process that worked on it ended (SIGKILL)';
    expect(said.filter((line) => line.includes('ended'))).toEqual([`1/2 ${ended}`, `1/4 ${ended}`, `2/8 ${ended}`]);
    expect(said.filter((line) => !line.includes('ended')).sort()).toEqual(['1/8 2 0', '2/2 1 0', '2/4 2 0']);
    const reason =
      'ended the process that worked on it 2 times (SIGKILL); this is a bug of accordingto, please report it with the article';
    const document = join(cwd, 'news/crash.txt');
    expect(await queueStatus(place)).toMatchObject({
      jobs: { waiting: 0, active: 0, failed: 0 },
      deadLetters: [{ document, id: 'crash', at: 2, reason }],
    });
    const { code, stdout } = await call(cwd, 'queue', 'status');
    expect(stdout).toContain(`\n  dead letters          1\n${document} ${reason}\n`);
    expect(code).toBe(1);
    expect(JSON.parse((await call(cwd, 'queue', 'status', '--format', 'json')).stdout)).toEqual(
      await queueStatus(place),
    );
    const merged = await merge(cwd);
    expect(ledgerOf(merged).map(({ id, status }) => [id, status])).toEqual([
      [undefined, undefined],
      ...['a', 'b', 'crash', 'd', 'e', 'f'].map((id) => [id, id === 'crash' ? 'failed' : 'ok']),
    ]);
    rmSync(join(cwd, 'news/crash.txt'));
    await run(['extract', join(cwd, 'news'), '--out', 'single'], { cwd });
    expect(contentOf(merged)).toEqual(contentOf(join(cwd, 'single')));
  }, 60_000);

  test('a job that blocks for longer than the lease is done once, by one', async () => {
    const cwd = articles('block');
    await enqueueIn(cwd, 1);
    const both = await Promise.all([work(cwd, { lease: 1000 }), work(cwd, { lease: 1000 })]);
    expect(both.flat()).toEqual(['1/1 1 0']);
    expect((await queueStatus(place)).jobs).toMatchObject({ done: 1, failed: 0 });
  });

  test('a consumer that died with its job often enough is no reason to try forever', async () => {
    const cwd = articles('a', 'b');
    await enqueueIn(cwd, 2);
    const { jobs, close } = await openQueues(place);
    await (await jobs.getJobs('waiting'))[0]!.updateProgress({ crashes: 3 });
    await close();
    expect((await work(cwd)).sort()).toEqual(['1/2 1 0', '2/2 1 0']);
  });

  test('the first signal lets the job under way end, the second gives it back', async () => {
    const cwd = articles('block', 'other');
    await enqueueIn(cwd, 1);
    const [stop, giveUp] = [new AbortController(), new AbortController()];
    const working = work(cwd, { untilEmpty: false, signal: stop.signal, giveUp: giveUp.signal });
    while ((await queueStatus(place)).jobs.active === 0);
    stop.abort();
    giveUp.abort();
    expect(await working).toEqual([]);
    expect((await queueStatus(place)).jobs).toEqual({ waiting: 2, delayed: 0, active: 0, done: 0, failed: 0 });

    const child = spawn(process.execPath, [program, 'work', '--queue', place.name, '--redis', redis.url], { cwd });
    while ((await queueStatus(place)).jobs.active === 0);
    child.kill('SIGTERM');
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(143);
    expect((await queueStatus(place)).jobs).toEqual({ waiting: 1, delayed: 0, active: 0, done: 1, failed: 0 });
  });

  test('a job that cannot be written fails, with its reason, and is tried again when asked', async () => {
    const cwd = articles('a');
    writeFileSync(join(cwd, 'parts'), 'in the way');
    const { jobs, close } = await openQueues(place);
    const content = { file: { path: join(cwd, 'news/a.txt'), source: 'news/a.txt', id: 'a' } };
    const document = { place: 'a', input: 'a', at: 0, id: 'a', renamed: null, stem: 'a', record: false, content };
    const job = jobOf({ shard: { index: 1, of: 1 }, asked, documents: pack([document]) });
    await jobs.add(job.name, job.data, { ...job.opts, attempts: 1 });
    await close();
    const [said] = await work(cwd);
    expect(said).toMatch(/^1\/1 --out .*parts\/1-of-1 cannot be made/);
    const status = await queueStatus(place);
    expect(status.jobs).toMatchObject({ waiting: 0, failed: 1 });
    expect(status.failures).toEqual([{ part: '1/1', reason: said!.slice(4) }]);
    rmSync(join(cwd, 'parts'));
    expect(await retryFailed(place)).toBe(1);
    expect(await work(cwd)).toEqual(['1/1 1 0']);
  });

  test('an empty folder makes no jobs, and an empty queue no work', async () => {
    const cwd = mkdtempSync(join(home, 'empty-'));
    expect(await call(cwd, 'enqueue', '.')).toMatchObject({ code: 66, stderr: /holds no articles/ });
    expect(await call(cwd, 'work', '--until-empty')).toMatchObject({
      code: 0,
      stderr: '  jobs 0, articles 0, failed 0; written to parts\n',
    });
    const { code, stdout } = await call(cwd, 'queue', 'status');
    expect([code, stdout]).toEqual([0, expect.stringContaining('  waiting               0\n')]);
  });

  test('a queue holds one run, until it is cleared', async () => {
    const cwd = articles('a', 'b');
    await enqueueIn(cwd, 1);
    expect(await call(cwd, 'enqueue', 'news')).toMatchObject({ code: 75, stderr: /holds the 2 jobs of a run/ });
    await clearQueue(place);
    expect(await call(cwd, 'enqueue', 'news')).toMatchObject({ code: 0, stderr: /jobs 1, articles 2/ });
  });
});
