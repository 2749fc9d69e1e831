/** `accordingto serve` as programs call it: the packed program, over HTTP. */
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/index.ts';
import { jsonSchema } from '../../src/library/schema.ts';
import { corroboration } from '../../src/serve/route.ts';
import { PACKING, pack, project } from './packed.ts';
import { run, tree } from './program.ts';
import { post, raw, type Service, startService } from './service.ts';

const TEXT = 'The dam is safe, Mayor Anna Weber said on Monday. About 1,200 people had left, according to DPA.';
const fixture = 'fixtures/2020-09-13-belarus-protests.txt';
const sample = readFileSync(join(project, fixture));
const html = `<!doctype html><html><head><title>Dam</title></head><body><article><h1>Dam holds</h1>${`<p>${TEXT}</p>`.repeat(3)}</article></body></html>`;

let service: Service;
const extract = (query = '') => `${service.url}/v1/extract${query}`;

beforeAll(async () => {
  await pack();
  service = await startService('--jobs', '2');
}, PACKING);
afterAll(() => service?.stop('SIGKILL'));

describe('extract gives the bytes of the command line', () => {
  test.each<[string, string | Buffer, string[], string, string]>([
    ['text', sample, [], '', 'text/plain'],
    ['text with its day', sample, ['--published', '2020-09-13'], '?published=2020-09-13', 'text/plain; charset=utf-8'],
    ['Markdown', `# Dam\n\n${TEXT}`, ['--from', 'md'], '', 'text/markdown'],
    ['a page', html, ['--from', 'html'], '', 'text/html'],
    [
      'a record',
      JSON.stringify({ text: TEXT, published: '2024-05-07', id: 'dam' }),
      ['--from', 'json'],
      '',
      'application/json',
    ],
    [
      'an array of records',
      JSON.stringify([{ text: TEXT }, { text: TEXT, id: 'b' }]),
      ['--from', 'json'],
      '',
      'application/json',
    ],
    [
      'lines of records',
      `${JSON.stringify({ text: TEXT })}\n${JSON.stringify({ text: TEXT })}\n`,
      ['--from', 'jsonl'],
      '',
      'application/x-ndjson',
    ],
    ['a table', `id,text\na,"${TEXT}"\n`, ['--from', 'csv'], '', 'text/csv'],
    ['csv', sample, ['--format', 'csv'], '?format=csv', 'text/plain'],
    ['parquet', sample, ['--format', 'parquet'], '?format=parquet', 'text/plain'],
    [
      'options',
      sample,
      ['--min-confidence', '0.6', '--include-text', '--statements'],
      '?minConfidence=0.6&includeText=true&statements=true',
      'text/plain',
    ],
  ])('for %s', async (_, body, args, query, type) => {
    const [{ status, text }, { stdout }] = await Promise.all([
      post(extract(query), body, { 'content-type': type }),
      run(['extract', ...args], { input: Buffer.from(body) }),
    ]);
    expect(status).toBe(200);
    expect(text).toBe(stdout);
  });
  test.each<[string, string | Buffer, string, string]>([
    ['what says nothing of itself', html, 'application/octet-stream', 'text/html'],
    ['gzip', gzipSync(sample), 'application/gzip', 'text/plain'],
    ['what curl sends', sample, 'application/x-www-form-urlencoded', 'text/plain'],
  ])('the same for %s', async (_, body, type, plain) => {
    const { text } = await post(extract(), body, { 'content-type': type });
    expect(text).toBe((await post(extract(), plain === 'text/html' ? html : sample, { 'content-type': plain })).text);
  });
  test('for a file, by its name', async () => {
    const { text } = await post(extract(`?name=${fixture}`), sample, {});
    expect(text).toBe((await run(['extract', fixture], { cwd: project })).stdout);
    expect(schema.parse(JSON.parse(text)).article.published).toMatchObject({ date: '2020-09-13', basis: 'file-name' });
  });
  test('for another charset, as declared', async () => {
    const text = `“It is safe,” said Müller. ${TEXT}`;
    const bytes = Buffer.from(
      text.replace(/[“”]/g, (mark) => (mark === '“' ? '\x93' : '\x94')),
      'latin1',
    );
    const { text: answer } = await post(extract('?includeText=true'), bytes, {
      'content-type': 'text/plain; charset=windows-1252',
    });
    expect(JSON.parse(answer).article.text).toBe(text);
  });
  test.each([
    ['application/json', 'application/json'],
    ['application/x-ndjson', 'application/x-ndjson'],
    ['application/vnd.accordingto.claims+x-ndjson', 'application/vnd.accordingto.claims+x-ndjson'],
    ['text/csv, */*;q=0.1', 'text/csv; charset=utf-8'],
    ['text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8', 'text/html; charset=utf-8'],
    ['*/*', 'application/json'],
  ])('as Accept asks: %s', async (accept, type) => {
    expect(await post(extract(), TEXT, { 'content-type': 'text/plain', accept })).toMatchObject({ status: 200, type });
  });
});

describe('corroborate', () => {
  const lake = readFileSync(join(project, 'fixtures/lake/articles.jsonl'));
  const corroborate = (body: string | Buffer, query = '', headers: Record<string, string> = {}) =>
    post(`${service.url}/v1/corroborate${query}`, body, { 'content-type': 'application/x-ndjson', ...headers });

  test('gives the rows of the command line', async () => {
    const { status, type, text } = await corroborate(lake);
    expect([status, type]).toEqual([200, 'application/json']);
    const cwd = tree({ 'articles.jsonl': lake.toString('utf8') });
    await run(['extract', 'articles.jsonl', '--format', 'ndjson', '--out', 'out'], { cwd });
    await run(['corroborate', 'out'], { cwd });
    const body = JSON.parse(text);
    for (const name of ['clusters', 'register', 'copies']) {
      const lines = readFileSync(join(cwd, `out/corroboration/${name}.ndjson`), 'utf8')
        .trimEnd()
        .split('\n');
      expect(body[name], name).toEqual(lines.map((line) => JSON.parse(line)));
    }
    expect(body.clusters.length).toBeGreaterThan(3);
    expect(corroboration.parse(body)).toEqual(body);
  });

  test('one article has nothing in common with others', async () => {
    const { text } = await corroborate(TEXT, '', { 'content-type': 'text/plain' });
    expect(JSON.parse(text)).toMatchObject({ clusters: [], copies: [] });
  });

  test.each<[string, () => ReturnType<typeof post>, number, string]>([
    [
      'more articles than a request may hold',
      () => corroborate(`${JSON.stringify({ text: TEXT })}\n`.repeat(101)),
      413,
      'on the command line, takes any number',
    ],
    [
      'an article that cannot be read',
      () => corroborate(`${JSON.stringify({ text: TEXT })}\n{"text": 5}\n`),
      422,
      'send the others alone',
    ],
    ['another format', () => corroborate(lake, '', { accept: 'text/csv' }), 406, 'application/json'],
    ['a parameter that is none', () => corroborate(lake, '?register=a'), 400, 'register'],
  ])('refuses %s', async (_, send, status, detail) => {
    const answer = await send();
    expect([answer.status, answer.type]).toEqual([status, 'application/problem+json']);
    expect(JSON.parse(answer.text).detail).toContain(detail);
  });
});

test('explain gives the lines of the command line', async () => {
  const { text } = await post(`${service.url}/v1/explain?claim=c1`, TEXT);
  const file = tree({ 'dam.txt': TEXT });
  expect(text).toBe((await run(['explain', 'dam.txt', 'c1'], { cwd: file })).stdout);
  const json = await post(`${service.url}/v1/explain?claim=c1&format=json`, TEXT);
  expect(JSON.parse(json.text).lines.join('\n')).toBe(text.trimEnd());
});

test('a stream answers each line while more is sent, in order, and what is wrong with one is said there', async () => {
  const lines: string[] = [];
  const stream = request(`${service.url}/v1/extract/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson', accept: 'application/vnd.accordingto.claims+x-ndjson' },
  });
  stream.flushHeaders();
  const response = new Promise<AsyncIterable<Buffer>>((resolve) => stream.on('response', resolve));
  stream.write(`${JSON.stringify({ id: 'a', text: 'The dam is safe, the mayor said.' })}\n`);
  let rest = '';
  for await (const chunk of await response) {
    rest += chunk;
    const whole = rest.split('\n');
    rest = whole.pop()!;
    // The first answer came while the stream was open.
    if (lines.length === 0) stream.end(`no record\n\n${JSON.stringify({ id: 'b', text: 'It is not, she said.' })}`);
    lines.push(...whole);
  }
  expect(lines.map((line) => JSON.parse(line))).toMatchObject([
    { article: 'a', claim: 'c1' },
    { problem: { type: '/docs#unreadable', status: 422, line: 2 } },
    { article: 'b', claim: 'c1' },
  ]);
});

test('a stream that nobody reads is not read either', async () => {
  const line = `${JSON.stringify({ text: TEXT.repeat(20) })}\n`;
  const stream = request(`${service.url}/v1/extract/stream`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-ndjson' },
  });
  stream.on('error', () => {});
  let taken = 0;
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => resolve(), 1500);
    const more = () => {
      while (taken < 200_000_000) {
        taken += line.length;
        timer.refresh();
        if (!stream.write(line)) return void stream.once('drain', more);
      }
    };
    stream.on('close', () => clearInterval(timer));
    more();
  });
  stream.destroy();
  expect(taken).toBeLessThan(50_000_000);
});

describe('what cannot be done says so, with the limit and the actual value', () => {
  test.each<[string, () => Promise<unknown>, object]>([
    ['no article', () => post(extract(), ''), { status: 422, type: '/docs#unreadable' }],
    ['binary', () => post(extract(), Buffer.from([0, 1, 2, 3])), { status: 422, type: '/docs#unreadable' }],
    [
      'an image',
      () => post(extract(), TEXT, { 'content-type': 'image/png' }),
      { status: 415, type: '/docs#unsupported-type' },
    ],
    [
      'a PDF by its name',
      () => post(extract('?name=a.pdf'), TEXT, {}),
      { status: 415, detail: expect.stringContaining('pdftotext') },
    ],
    [
      'a form',
      () => post(extract(), 'text=The+dam+is+safe', { 'content-type': 'application/x-www-form-urlencoded' }),
      { status: 415 },
    ],
    [
      'another coding',
      () => post(extract(), TEXT, { 'content-type': 'text/plain', 'content-encoding': 'br' }),
      { status: 415 },
    ],
    [
      'an unknown charset',
      () => post(extract(), TEXT, { 'content-type': 'text/plain; charset=klingon' }),
      { status: 415 },
    ],
    [
      'a format that is none',
      () => post(extract(), TEXT, { 'content-type': 'text/plain', accept: 'image/png' }),
      { status: 406 },
    ],
    [
      'a parameter that is none',
      () => post(extract('?publish=2020-01-01'), TEXT),
      { status: 400, detail: expect.stringContaining('published') },
    ],
    [
      'a day that is none',
      () => post(extract('?published=2021-02-30'), TEXT),
      { status: 400, detail: expect.stringContaining('2021-02-30') },
    ],
    [
      'another language',
      () =>
        post(extract(), 'Der Bürgermeister sagte am Montag, dass der Damm sicher sei und niemand sich fürchten müsse.'),
      { status: 422, language: 'de' },
    ],
    [
      'a claim that is none',
      () => post(`${service.url}/v1/explain?claim=c99`, TEXT),
      { status: 422, type: '/docs#no-such-claim' },
    ],
    [
      'a text too long',
      () => post(extract(), `${TEXT}\n`.repeat(21_000)),
      { status: 413, limit: 2e6, actual: 97 * 21_000, unit: 'bytes' },
    ],
    [
      'a body too long',
      () => post(extract(), 'a'.repeat(17e6)),
      { status: 413, limit: 16e6, actual: 17e6, unit: 'bytes' },
    ],
    [
      'too many articles',
      () =>
        post(extract(), `${JSON.stringify({ text: 'It rained.' })}\n`.repeat(101), {
          'content-type': 'application/x-ndjson',
        }),
      { status: 413, limit: 100, unit: 'articles' },
    ],
    [
      'several in a format that holds one',
      () =>
        post(extract('?format=html'), JSON.stringify([{ text: TEXT }, { text: TEXT }]), {
          'content-type': 'application/json',
        }),
      { status: 406 },
    ],
    [
      'some of several',
      () => post(extract(), `{"text":"It rained."}\nnope\n`, { 'content-type': 'application/x-ndjson' }),
      { status: 422, articles: [{ place: 'standard input:2', detail: expect.any(String) }] },
    ],
    ['an address that is none', () => post(`${service.url}/v2`, TEXT), { status: 404 }],
  ])('%s', async (_, ask, problem) => {
    const answer = (await ask()) as Awaited<ReturnType<typeof post>>;
    expect(answer.type).toBe('application/problem+json');
    expect(JSON.parse(answer.text)).toMatchObject({ status: answer.status, ...problem });
  });
  test('a body of unknown length is refused as soon as it is too long', async () => {
    const stream = new ReadableStream({
      pull: (controller) => controller.enqueue(new Uint8Array(1e6).fill(97)),
    });
    const response = await fetch(extract(), {
      method: 'POST',
      body: stream,
      duplex: 'half',
      headers: { 'content-type': 'text/plain' },
    } as RequestInit).catch(() => null);
    if (response) expect(response.status).toBe(413);
  });
  test('one connection that sends wrong requests again and again is watched once', async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const ports = new Set<number | undefined>();
    for (let sent = 0; sent < 15; sent += 1) {
      const status = await new Promise((resolve, reject) => {
        const wrong = request(
          extract(),
          { method: 'POST', agent, headers: { 'content-type': 'text/none' } },
          (answer) => {
            ports.add(answer.socket.localPort);
            answer.resume().once('end', () => resolve(answer.statusCode));
          },
        );
        wrong.once('error', reject).end(TEXT);
      });
      expect(status).toBe(415);
    }
    agent.destroy();
    expect(ports.size).toBe(1);
    expect(service.said()).not.toContain('MaxListenersExceededWarning');
  });
  test('other methods', async () => {
    const response = await fetch(extract());
    expect(response.status).toBe(405);
    expect(response.headers.get('allow')).toBe('POST');
  });
});

describe('only those may call who should', () => {
  const get = (host: string, more = '') =>
    raw(service.port, `GET /healthz HTTP/1.1\r\nHost: ${host}\r\n${more}Connection: close\r\n\r\n`);
  test.each(['localhost:1', '127.0.0.1', '[::1]:8765', 'a.localhost'])('by the name %s', async (host) => {
    expect(await get(host)).toMatch(/^HTTP\/1\.1 200 /);
  });
  test.each(['evil.example', 'localhost.evil.example', '', '127.0.0.1.evil.example:8765', 'a b'])(
    'not by the name "%s"',
    async (host) => {
      expect(await get(host)).toMatch(/^HTTP\/1\.1 4(?:00|21) /);
    },
  );
  test('not from a page of somebody else, but from its own and those that are allowed', async () => {
    expect(await get('localhost', 'Origin: https://evil.example\r\n')).toMatch(/^HTTP\/1\.1 403 /);
    const own = await get('localhost:8765', 'Origin: http://localhost:8765\r\n');
    expect(own).toMatch(/^HTTP\/1\.1 200 /);
    expect(own).not.toMatch(/access-control/i);
    const open = await startService('--jobs', '1', '--cors', 'https://news.example', '--allow-host', 'claims.example');
    const ask = (text: string) => raw(open.port, `${text}Connection: close\r\n\r\n`);
    expect(await ask('GET /healthz HTTP/1.1\r\nHost: claims.example\r\nOrigin: https://news.example\r\n')).toMatch(
      /access-control-allow-origin: https:\/\/news\.example/i,
    );
    expect(
      await ask(
        'OPTIONS /v1/extract HTTP/1.1\r\nHost: localhost\r\nOrigin: https://news.example\r\nAccess-Control-Request-Method: POST\r\n',
      ),
    ).toMatch(/^HTTP\/1\.1 204 [\s\S]*access-control-allow-methods: .*POST/i);
    await open.stop();
  });
});

test('what describes the service is true, and others can read it', async () => {
  await post(extract(), TEXT);
  const get = async (path: string) => (await fetch(`${service.url}${path}`)).text();
  expect(JSON.parse(await get('/v1/schema'))).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
  expect(JSON.parse(await get('/v1/limits'))).toMatchObject({ maxBodyBytes: 16e6, maxTextBytes: 2e6, workers: 2 });
  const metrics = await get('/metrics');
  expect(metrics).toMatch(/^accordingto_http_requests_total\{route="\/v1\/extract",method="POST",status="200"\} \d+$/m);
  expect(metrics).not.toContain('Weber');
  const openapi = await get('/openapi.json');
  const { paths, components } = JSON.parse(openapi);
  expect(Object.keys(paths)).toContain('/v1/extract/stream');
  expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(['Document', 'Claim', 'Problem', 'Record']));
  const generator = join(project, 'bench/tools/node_modules/.bin/openapi-typescript');
  if (!existsSync(generator)) return console.warn('the generator of types is left out: npm run tools installs it');
  const folder = tree({ 'openapi.json': openapi });
  execFileSync(generator, ['openapi.json', '--output', 'types.d.ts'], { cwd: folder, stdio: 'ignore' });
  expect(readFileSync(join(folder, 'types.d.ts'), 'utf8')).toMatch(
    /Claim: \{[\s\S]*attribution: components\["schemas"\]\["Link"\]\[\]/,
  );
});

test('a worker that takes too long is stopped, and the next request is answered', async () => {
  const short = await startService('--jobs', '1', '--timeout', '1');
  const answer = await post(`${short.url}/v1/extract`, `${TEXT}\n`.repeat(20_000));
  expect(JSON.parse(answer.text)).toMatchObject({
    type: '/docs#worker-stopped',
    status: 504,
    limit: 1,
    unit: 'seconds',
  });
  expect(answer.status).toBe(504);
  expect((await post(`${short.url}/v1/extract`, TEXT)).status).toBe(200);
  await short.stop();
});

test('who comes when too many wait is told when to come again; health is answered meanwhile', async () => {
  const small = await startService('--jobs', '1', '--max-waiting', '2', '--log');
  const long = `${TEXT}\n`.repeat(1000);
  const answers = Array.from({ length: 6 }, () => post(`${small.url}/v1/extract?name=secret.txt`, long));
  const health = await fetch(`${small.url}/healthz`);
  expect(health.status).toBe(200);
  const done = await Promise.all(answers);
  expect(done.map(({ status }) => status).sort()).toEqual([200, 200, 200, 503, 503, 503]);
  const refused = done.find(({ status }) => status === 503)!;
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(JSON.parse(refused.text)).toMatchObject({ limit: 2, actual: 2, unit: 'requests' });
  // Signals: what is under way is answered, and nothing was written, or said of what was sent.
  const last = post(`${small.url}/v1/extract`, long);
  while (!/requests_under_way 1/.test(await (await fetch(`${small.url}/metrics`)).text()));
  const ended = small.stop();
  expect((await last).status).toBe(200);
  expect(await ended).toBe(0);
  expect(small.written()).toEqual([]);
  expect(small.said()).toMatch(/^POST \/v1\/extract 200 \d+ ms$/m);
  expect(small.said()).not.toMatch(/Weber|dam|secret/);
});

test('slow and broken clients are left, and take nothing from others', async () => {
  const strict = await startService('--jobs', '1', '--body-timeout', '1');
  const head = 'POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Type: text/plain\r\n';
  const half = [
    raw(strict.port, 'POST /v1/extract HTTP/1.1\r\nHost: localhost\r\n'),
    raw(strict.port, `${head}Content-Length: 1000\r\n\r\nThe dam`),
    raw(strict.port, `${head}Transfer-Encoding: chunked\r\n\r\n3\r\nThe\r\n`),
    raw(
      strict.port,
      `${head.replace('/extract', '/extract/stream').replace('text/plain', 'application/x-ndjson')}Content-Length: 1000\r\n\r\n{"text"`,
    ),
  ];
  expect((await post(`${strict.url}/v1/extract`, TEXT)).status).toBe(200);
  const [one, two, three, four] = await Promise.all(half);
  expect(one).toMatch(/^HTTP\/1\.1 408 /);
  expect(two).toMatch(/^HTTP\/1\.1 408 [\s\S]*"limit":1,"unit":"seconds"/);
  expect(three).toMatch(/^HTTP\/1\.1 408 /);
  expect(four).toMatch(/^HTTP\/1\.1 200 [\s\S]*request-timeout/);
  await strict.stop();
});

test('hostile requests are answered with an error, or as text, and the service lives', async () => {
  const deep = 20_000;
  const bodies: (readonly [string, string | Buffer])[] = [
    ['application/json', '['.repeat(deep)],
    ['application/json', '{"text":'.repeat(deep)],
    ['application/json', '{"text":{"__proto__":{"a":1}}}'],
    ['application/json', '{"__proto__":{"text":"x"},"constructor":1}'],
    ['application/json', 'null'],
    ['application/json', '"text"'],
    ['application/json', '{"text":"\\ud800 \\u0000 said","id":"../../etc/passwd"}'],
    ['application/json', '{"text":"a said","published":"9999999-99-99"}'],
    ['application/json', '{"text":"a said","id":{}}'],
    ['application/json', '\ufeff{"text":"It rained, she said."}'],
    ['application/x-ndjson', '\n'.repeat(2e5)],
    ['application/x-ndjson', '{}\n'.repeat(1e5)],
    ['text/csv', '"'.repeat(2e5)],
    ['text/csv', 'text\n=cmd|calc!A1'],
    ['text/html', '<div>'.repeat(deep)],
    ['text/html', `<a href="${'x'.repeat(1e6)}">`],
    ['text/html', '<!--'.repeat(deep)],
    ['text/html', '<script>while(1);</script><p>It rained, she said.</p>'],
    ['text/html', '<svg><foreignObject><iframe srcdoc="<script>alert(1)</script>"></svg>'],
    ['text/markdown', '['.repeat(deep)],
    ['text/markdown', '> '.repeat(deep)],
    ['text/markdown', '*a '.repeat(deep)],
    ['text/plain', '“'.repeat(deep)],
    ['text/plain', '. '.repeat(deep)],
    ['text/plain', 'a.'.repeat(deep)],
    ['text/plain', 'said '.repeat(deep)],
    ['text/plain', `${'1,'.repeat(deep)} people`],
    ['text/plain', '\u202e\u0000\u001b[31m'],
    ['text/plain', Buffer.from([0xff, 0xfe, 0x00, 0xd8])],
    ['text/plain', gzipSync(Buffer.alloc(50e6, 'a'))],
    ['application/gzip', gzipSync(gzipSync(sample))],
    ['application/gzip', gzipSync(sample).subarray(0, 100)],
    ['application/warc', 'WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n'],
    ['text/plain; charset=utf-7', '+ADw-script+AD4-'],
    ['text/plain; charset="', TEXT],
  ];
  const statuses = await Promise.all(
    bodies.map(async ([type, body]) => (await post(extract(), body, { 'content-type': type })).status),
  );
  for (const [index, status] of statuses.entries())
    expect([bodies[index]![0], [200, 413, 415, 422].includes(status)]).toEqual([bodies[index]![0], true]);
  const heads = [
    'GET / HTTP/1.1\r\n\r\n',
    'GET //evil.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n',
    'GET /../../etc/passwd HTTP/1.1\r\nHost: localhost\r\n\r\n',
    `GET /?${'a'.repeat(100_000)} HTTP/1.1\r\nHost: localhost\r\n\r\n`,
    'POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    'POST /v1/extract HTTP/1.1\r\nHost: localhost\r\nContent-Length: -1\r\n\r\n',
    '\x16\x03\x01\x02\x00',
  ].map((text) => raw(service.port, text.replace('\r\n\r\n', '\r\nConnection: close\r\n\r\n')));
  for (const answer of await Promise.all(heads)) expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect(statuses.length + heads.length).toBeGreaterThanOrEqual(40);
  expect((await post(extract(), TEXT)).status).toBe(200);
  expect(service.said()).not.toMatch(/bug|Error/);
}, 60_000);

test('1,000 requests, 4 at a time, leave its memory as it was', async () => {
  const memory = async () =>
    Number(/^process_resident_memory_bytes (\d+)/m.exec(await (await fetch(`${service.url}/metrics`)).text())![1]);
  const many = async (count: number) => {
    let left = count;
    const client = async () => {
      while (left-- > 0) expect((await post(extract(), TEXT)).status).toBe(200);
    };
    await Promise.all([client(), client(), client(), client()]);
  };
  await many(300);
  const before = await memory();
  await many(1000);
  expect(await memory()).toBeLessThan(before * 1.15 + 20e6);
}, 60_000);
