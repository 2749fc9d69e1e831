/** `accordingto mcp` as a client meets it: the packed program, over its standard streams. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { extract, schema, version } from '../../src/index.ts';
import { explainArticle, toArticle } from '../../src/library/stages.ts';
import { MAX_TEXT_LENGTH } from '../../src/mcp/extract.ts';
import { PACKING, pack, packed, packedWithout, project } from './packed.ts';

const TEXT =
  'The dam is safe, Mayor Anna Weber said on Monday, according to the agency DPA. About 1,200 people had left.';
const published = '2024-05-07';
const client = new Client({ name: 'test', version: '1.0.0' });

beforeAll(async () => {
  await pack();
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [join(packed, 'dist/cli.js'), 'mcp'], stderr: 'pipe' }),
  );
}, PACKING);
afterAll(() => client.close());

interface Answer {
  readonly text: string;
  readonly value: Record<string, unknown>;
  readonly failed: boolean;
}

async function call(name: string, given: object): Promise<Answer> {
  const { content, structuredContent, isError } = await client.callTool({ name, arguments: { ...given } });
  const [{ text }] = content as [{ text: string }];
  return { text, value: (structuredContent ?? {}) as Record<string, unknown>, failed: isError === true };
}

test('the server says who it is and what it has', async () => {
  expect(client.getServerVersion()).toMatchObject({ name: 'accordingto', version });
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name)).toEqual(['extract', 'explain']);
  for (const { inputSchema, outputSchema, annotations, description } of tools) {
    expect(outputSchema?.type).toBe('object');
    expect(inputSchema.required).toContain('text');
    expect(annotations).toMatchObject({ readOnlyHint: true, openWorldHint: false });
    expect(description).toBeTruthy();
  }
});

describe('extract', () => {
  test('gives compact claims, as an object and as its text', async () => {
    const { value, text } = await call('extract', { text: TEXT, published });
    expect(JSON.parse(text)).toEqual(value);
    expect(value).toEqual({
      article: { id: 'article', published, basis: 'given' },
      total: 2,
      next: null,
      claims: [
        {
          id: 'c1',
          text: 'The dam is safe',
          start: 0,
          end: 15,
          quotation: 'indirect',
          attribution: [
            { source: 'Anna Weber', kind: 'person', stance: 'states', cue: 'said' },
            { source: 'DPA', kind: 'news-agency', stance: 'reports', cue: 'according to' },
          ],
          medium: null,
          people: [],
          dates: [],
          numbers: [],
          negated: false,
          hedged: false,
          confidence: expect.any(Number),
        },
        expect.objectContaining({
          id: 'c2',
          attribution: [],
          numbers: [{ text: 'About 1,200', value: 1200, min: null, max: null, unit: null, counted: 'people' }],
        }),
      ],
    });
  });
  test('gives what the library gives, in full', async () => {
    const { value } = await call('extract', { text: TEXT, published, id: 'dam', title: 'Dam', detail: 'full' });
    expect(schema.parse(value)).toEqual(extract({ text: TEXT, published, id: 'dam', title: 'Dam' }));
  });
  test('pages through the claims', async () => {
    const text = readFileSync(join(project, 'fixtures/2020-09-13-belarus-protests.txt'), 'utf8');
    const all = extract(text).claims;
    const ids: unknown[] = [];
    let from: number | null = 0;
    let calls = 0;
    while (from !== null) {
      const { value } = await call('extract', { text, from, limit: 10 });
      expect(value.total).toBe(all.length);
      ids.push(...(value.claims as { id: string }[]).map(({ id }) => id));
      from = value.next as number | null;
      calls += 1;
    }
    expect(ids).toEqual(all.map(({ id }) => id));
    expect(calls).toBe(Math.ceil(all.length / 10));
    const { value } = await call('extract', { text, attributedOnly: true });
    expect(value.total).toBe(all.filter(({ attribution }) => attribution.length > 0).length);
  });
  test.each<[string, object, RegExp]>([
    ['a day that is none', { text: TEXT, published: '2021-02-30' }, /is not a day; write it as YYYY-MM-DD/],
    ['no text', {}, /text/],
    ['a text too long', { text: 'a'.repeat(MAX_TEXT_LENGTH + 1) }, /200000/],
    [
      'an answer too long',
      { text: `${TEXT}\n`.repeat(400), detail: 'full' },
      /^the answer has \d+ characters, more than 200000; ask for detail "claims"/,
    ],
  ])('refuses %s, and goes on', async (_, given, message) => {
    const { failed, text } = await call('extract', given);
    expect(failed).toBe(true);
    expect(text).toMatch(message);
    expect((await call('extract', { text: TEXT })).failed).toBe(false);
  });
  test('takes the longest text that it allows', async () => {
    const text = `${TEXT}\n`.repeat(MAX_TEXT_LENGTH / TEXT.length).slice(0, MAX_TEXT_LENGTH);
    const { failed, value } = await call('extract', { text, limit: 1 });
    expect(failed).toBe(false);
    expect(value.total).toBeGreaterThan(1000);
  });
});

describe('explain', () => {
  test('gives the lines of one claim', async () => {
    const { text } = await call('explain', { text: TEXT, published, claim: 'c1' });
    expect(text).toBe(explainArticle(toArticle({ text: TEXT, published }), 'c1')!.join('\n'));
    expect(text).toContain('subject-verb');
  });
  test('says that there is no such claim', async () => {
    expect(await call('explain', { text: TEXT, claim: 'c9' })).toMatchObject({
      failed: true,
      text: 'there is no claim c9; extract lists them',
    });
  });
  test('cuts off what is too much to read', async () => {
    const { text } = await call('explain', { text: `${TEXT}\n`.repeat(400) });
    expect(text.length).toBeLessThan(201_000);
    expect(text).toMatch(/\n… the rest is cut off; ask for one claim$/);
  });
});

describe('the streams', () => {
  const message = (id: number, method: string, params: object) =>
    JSON.stringify({ jsonrpc: '2.0', id, method, params });
  const opening = message(1, 'initialize', {
    protocolVersion: '2025-06-18',
    capabilities: {},
    clientInfo: { name: 'test', version: '1' },
  });
  const serve = (program: string, input: string) =>
    spawnSync(process.execPath, [join(program, 'dist/cli.js'), 'mcp'], { input, encoding: 'utf8' });

  test('carry the protocol and nothing else; what is no message is said on standard error', () => {
    const asked = message(2, 'tools/call', { name: 'extract', arguments: { text: TEXT } });
    const { status, stdout, stderr } = serve(packed, `${opening}\nno message\n${asked}\n`);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { jsonrpc: '2.0', id: 1 },
      { jsonrpc: '2.0', id: 2, result: { structuredContent: { total: 2 } } },
    ]);
    expect(stderr).toMatch(/^accordingto: mcp: .*not valid JSON\n$/);
    expect(status).toBe(0);
  });
  test('end where nobody speaks', () => {
    expect(serve(packed, '')).toMatchObject({ status: 0, stdout: '', stderr: '' });
  });
  test('without the package, one line says how to get it', () => {
    const { peerDependencies } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8'));
    const range = peerDependencies['@modelcontextprotocol/sdk'];
    expect(serve(packedWithout('@modelcontextprotocol/sdk'), opening)).toMatchObject({
      status: 2,
      stdout: '',
      stderr: `accordingto: accordingto mcp needs a package that is not installed; to install it: npm install '@modelcontextprotocol/sdk@${range}'\n`,
    });
  });
});
