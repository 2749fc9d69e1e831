/** Everything odd that a folder of a million articles holds, in one folder: each has its status, and none spoils another. */
import { createHash } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { output as schema } from '../../src/output.ts';
import { PACKING, pack } from './packed.ts';
import { home, run } from './program.ts';

const RAIN = 'Rain fell on Monday, the mayor said. “We won’t close the bridge,” she told reporters.\n';
const GERMAN =
  'Der Damm ist sicher, sagte die Bürgermeisterin am Montag nach einem Gespräch mit den Anwohnern der Stadt. ';
const RUSSIAN = 'Плотина безопасна, заявила мэр в понедельник после встречи с жителями нижнего города у реки. ';
const CHINESE = '市长周一在与下城居民会面后表示，大坝是安全的。工程师在三月份两次检查了墙体，发现了两处小漏洞。';
const deep = (open: string, close: string, depth: number) => `${open.repeat(depth)}${close.repeat(depth)}`;
const page = (body: string) => `<!doctype html><html><head><title>Dam</title></head><body>${body}</body></html>`;
const articleText = `<p>${RAIN}</p>`.repeat(4);

interface Odd {
  readonly content: string | Buffer;
  readonly status: 'ok' | 'warned' | 'skipped' | 'failed' | readonly ('ok' | 'warned' | 'failed')[];
  /** What the ledger says of it, or the code of a problem in its output. */
  readonly why?: RegExp;
  /** Where it is not the file's name. */
  readonly place?: string;
}

/** By file name; what must be in time although it is slow may be stopped instead. */
const FILES: Readonly<Record<string, Odd>> = {
  'empty.txt': { content: '', status: 'skipped', why: /^is empty; nothing to extract$/ },
  'only-mark.txt': { content: '\ufeff', status: 'skipped', why: /^is empty/ },
  'white.txt': { content: ' \r\n\t\u00a0\n', status: 'skipped', why: /^is empty but for white space/ },
  'mark.txt': { content: `\ufeff${RAIN}`, status: 'ok' },
  'utf16le.txt': { content: iconv.encode(RAIN, 'utf-16le', { addBOM: true }), status: 'ok' },
  'utf16be.txt': { content: iconv.encode(RAIN, 'utf-16be', { addBOM: true }), status: 'ok' },
  'windows-1252.txt': { content: iconv.encode(RAIN, 'windows-1252'), status: 'warned', why: /guessed-charset/ },
  'nul.txt': { content: `Rain\0fell. ${RAIN}`, status: 'failed', why: /^is binary \(NUL at byte 4\)/ },
  'binary.txt': { content: createHash('sha512').update('x').digest(), status: 'failed', why: /^is binary/ },
  'picture.txt': { content: Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), status: 'failed', why: /^is a PNG picture/ },
  'pdf.txt': { content: '%PDF-1.7\n%âãÏÓ\n', status: 'failed', why: /^is a PDF, .*pdftotext/ },
  'line.txt': {
    content: 'The mayor of the old town said that rain fell, '.repeat(42_553),
    status: ['ok', 'warned', 'failed'],
    why: /^took longer/,
  },
  'new\nline.txt': { content: RAIN, status: 'ok' },
  'bell\u0007\u001b[31m.txt': { content: RAIN, status: 'ok' },
  'x.txt/inside.txt': { content: RAIN, status: 'ok' },
  'one/same.txt': { content: RAIN, status: 'ok' },
  'two/same.txt': { content: RAIN, status: 'ok' },
  'twin-a.txt': { content: `${RAIN}Twins.`, status: 'ok' },
  'twin-b.txt': { content: `${RAIN}Twins.`, status: 'ok' },
  'scripts.html': {
    content: page(`<script>throw 1</script><article>${articleText}<script>document.write("x")</script></article>`),
    status: 'ok',
  },
  'nested.html': {
    content: page(`${'<div>'.repeat(50_000)}${articleText}${'</div>'.repeat(50_000)}`),
    status: 'warned',
    why: /whole-page/,
  },
  'cut.html': { content: page(articleText).slice(0, 200), status: 'warned', why: /unclosed-quotation/ },
  'bomb.txt.gz': {
    content: gzipSync(Buffer.alloc(50_000_000, 'a '), { level: 1 }),
    status: 'failed',
    why: /^is larger than 2 MB/,
  },
  'bomb.html.gz': {
    content: gzipSync(Buffer.alloc(50_000_000, '<p>'), { level: 1 }),
    status: 'failed',
    why: /^is larger than 16 MB/,
  },
  'cut.txt.gz': { content: gzipSync(RAIN.repeat(100)).subarray(0, 60), status: 'failed', why: /ends too early/ },
  'deep.json': { content: `{"text":"Rain fell.","more":${deep('[', ']', 200_000)}}`, status: 'ok' },
  'deep-only.json': {
    content: deep('[', ']', 200_000),
    status: 'failed',
    why: /^is JSON but no object/,
    place: 'deep-only.json:1',
  },
  'deep-open.json': { content: '{"a":'.repeat(200_000), status: 'failed', why: /^is not JSON/ },
  'rtl.txt': { content: `${RAIN}\u202e${RAIN}\u200f\u200b\u2060Ra\u200bin fell,\u200d she said.`, status: 'ok' },
  'emoji.txt': { content: `😀 ${RAIN}👩‍👩‍👧 “🌧!” 🇧🇾 she said. 😀`, status: 'ok' },
  'surrogate.txt': {
    content: Buffer.concat([Buffer.from(RAIN), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from(RAIN)]),
    status: 'warned',
    why: /undecodable-bytes/,
  },
  'surrogate.json': { content: `{"text":"Rain \\ud83d fell, the mayor said."}`, status: 'ok' },
  'combining.txt': {
    content: `${RAIN}${`e${'\u0301'.repeat(1000)} `.repeat(20)}said Z\u0364a\u0352l\u0301go.`,
    status: 'ok',
  },
  'german.txt': {
    content: GERMAN.repeat(4),
    status: 'skipped',
    why: /^is in German \(de\), not in English; --any-language/,
  },
  'russian.txt': { content: RUSSIAN.repeat(4), status: 'skipped', why: /^is in Russian \(ru\)/ },
  'chinese.txt': { content: CHINESE.repeat(6), status: 'skipped', why: /^is in Chinese \(zh\)/ },
  'cut-sentence.txt': { content: `${RAIN}“We will never close the bri`, status: 'warned', why: /unclosed-quotation/ },
  'cut-character.txt': {
    content: Buffer.from(`${RAIN}It cost 5 €`).subarray(0, -1),
    status: 'warned',
    why: /undecodable-bytes/,
  },
  'crlf.txt': { content: RAIN.repeat(3).replaceAll('\n', '\r\n'), status: 'ok' },
  'separators.txt': { content: RAIN.repeat(3).replaceAll('\n', '\u2028\u2029\u0085'), status: 'ok' },
  'stops.txt': { content: '. '.repeat(80_000), status: 'ok' },
  'dots.txt': { content: 'a.a.a.'.repeat(16_667), status: 'ok' },
  'digits.txt': { content: '1'.repeat(200_000), status: 'ok' },
  'figures.txt': { content: '12 '.repeat(30_000), status: ['ok', 'failed'], why: /^took longer/ },
  'open-quotes.txt': {
    content: '“'.repeat(20_000),
    status: ['ok', 'warned', 'failed'],
    why: /^took longer|unclosed-quotation/,
  },
  'said.txt': { content: 'said '.repeat(200_000), status: ['ok', 'failed'], why: /^took longer/ },
};

/** Records by their place. */
const LINES: readonly (readonly [line: string | Buffer, place: string, status: Odd['status'], why?: RegExp])[] = [
  ['{"id":"../../up","text":"Rain fell."}', 'lines.jsonl:1', 'ok'],
  ['{"id":"/etc/passwd","text":"Rain fell."}', 'lines.jsonl:2', 'ok'],
  [
    '{"id":"a","text":"Rain fell.","__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}',
    'lines.jsonl:3',
    'ok',
  ],
  ['{"id":"a","text":"Rain fell again."}', 'lines.jsonl:4', 'ok'],
  ['{"id":"b","text":"Rain', 'lines.jsonl:5', 'failed', /^is not JSON/],
  ['not JSON', 'lines.jsonl:6', 'failed', /^is not JSON/],
  [deep('[', ']', 200_000), 'lines.jsonl:7', 'failed', /^is JSON but no object/],
  [Buffer.from('{"id":"c","text":"caf\xe9"}', 'latin1'), 'lines.jsonl:8', 'warned'],
  ['{"id":"d","text":""}', 'lines.jsonl:9', 'skipped', /^has an empty "text"/],
  [
    JSON.stringify({ id: 'e', text: 'a'.repeat(2_100_000) }),
    'lines.jsonl:10',
    'failed',
    /^(?:is larger than 2 MB|has 2\.1 MB)/,
  ],
  ['{"id":"con\\u0000\\n.txt","text":"Rain fell."}', 'lines.jsonl:11', 'ok'],
];

/** The program itself gets by with little memory, whatever the documents are; the workers have limits of their own. */
const NODE = ['--max-old-space-size=400'];
const OPTIONS = ['--jobs', '2', '--timeout', '15', '--published', '2024-05-06'];

const folder = mkdtempSync(join(home, 'odd-'));
const out = join(folder, 'out');
const outside = mkdtempSync(join(home, 'outside-'));
let entries = new Map<string, { status: string; reason: string | null; files: { path: string }[] }>();
let ran: { code: number | null; stderr: string };

beforeAll(async () => {
  await pack();
  for (const [name, { content }] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, 'in', name)), { recursive: true });
    writeFileSync(join(folder, 'in', name), content);
  }
  writeFileSync(
    join(folder, 'in/lines.jsonl'),
    Buffer.concat(LINES.flatMap(([line]) => [Buffer.from(line as string), Buffer.from('\n')])),
  );
  const block = Buffer.alloc(10_000_000, 'Rain fell. ');
  for (let written = 0; written < 100_000_000; written += block.length)
    appendFileSync(join(folder, 'in/large.txt'), block);
  writeFileSync(join(outside, 'secret.txt'), `${RAIN}Outside.`);
  symlinkSync(join(outside, 'secret.txt'), join(folder, 'in/link-out.txt'));
  symlinkSync(outside, join(folder, 'in/folder-out'));
  symlinkSync('.', join(folder, 'in/loop'));
  symlinkSync('self.txt', join(folder, 'in/self.txt'));
  symlinkSync('nowhere', join(folder, 'in/dangling.txt'));
  writeFileSync(join(folder, 'in/unreadable.txt'), RAIN);
  chmodSync(join(folder, 'in/unreadable.txt'), 0);
  writeFileSync(join(folder, 'in/zz-vanishing.txt'), RAIN);
  const running = run(['extract', 'in', '--out', 'out', ...OPTIONS], { cwd: folder, killAfter: 240_000, node: NODE });
  // The list of inputs is made before the ledger is; the last file goes while the others are worked on.
  while (!existsSync(join(out, 'ledger.ndjson'))) await setTimeout(5);
  rmSync(join(folder, 'in/zz-vanishing.txt'));
  ran = await running;
  const lines = readFileSync(join(out, 'ledger.ndjson'), 'utf8').trimEnd().split('\n').slice(1);
  entries = new Map(lines.map((line) => JSON.parse(line)).map((entry) => [entry.path, entry]));
}, 300_000 + PACKING);

/** The status, and a reason or the codes of problems. */
function found(place: string): { status: string | undefined; why: string } {
  const entry = entries.get(`in/${place}`);
  const written = entry?.files.find(({ path }) => path.endsWith('.json'));
  const problems = written ? schema.parse(JSON.parse(readFileSync(join(out, written.path), 'utf8'))).problems : [];
  return { status: entry?.status, why: entry?.reason ?? problems.map(({ code }) => code).join(' ') };
}

describe('each has its status', () => {
  const check = (place: string, status: Odd['status'], why?: RegExp) => {
    const is = found(place);
    expect([status].flat(), `${place}: ${is.why}`).toContain(is.status);
    if (why && is.status !== 'ok') expect(is.why).toMatch(why);
  };
  test.each(Object.entries(FILES))('%j', (name, { status, why, place = name }) => check(place, status, why));
  test.each(LINES.map(([, place, status, why]) => [place, status, why] as const))('%s', (place, status, why) =>
    check(place, status, why),
  );
  test.each<[string, Odd['status'], RegExp?]>([
    ['large.txt', 'failed', /^is larger than 2 MB, too large for one article; --max-size allows more$/],
    ['link-out.txt', 'ok'],
    ['zz-vanishing.txt', 'failed', /^is not there; check the path$/],
  ])('%s', (name, status, why) => check(name, status, why));
  // Root reads every file.
  test.runIf(process.getuid?.() !== 0)('unreadable.txt', () => check('unreadable.txt', 'failed', /permission denied/));
});

test('nothing else was read: no linked folder, no link that leads nowhere or to itself', () => {
  const files = Object.entries(FILES).map(([name, { place = name }]) => place);
  const names = [...files, 'large.txt', 'link-out.txt', 'unreadable.txt', 'zz-vanishing.txt'];
  expect([...entries.keys()].sort()).toEqual(
    [...names, ...LINES.map(([, place]) => place)].map((name) => `in/${name}`).sort(),
  );
});

test('the run says every failure in one line and gives exit code 1', () => {
  expect(ran.code).toBe(1);
  const failures = [...entries.values()].filter(({ status }) => status === 'failed');
  const said = ran.stderr.split('\n').filter((line) => line.startsWith('accordingto: '));
  expect(said.length).toBeGreaterThanOrEqual(failures.length);
  expect(ran.stderr).not.toContain('\u001b[31m.txt');
  expect(ran.stderr).not.toMatch(/this is a bug/);
});

test('nothing was written outside the output folder', () => {
  expect(readdirSync(folder).sort()).toEqual(['in', 'out']);
  expect(readdirSync(outside)).toEqual(['secret.txt']);
  expect(existsSync(join(folder, '..', 'up.json'))).toBe(false);
  expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
});
