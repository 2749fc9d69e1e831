/** What a worker thread of the service does with one request: read it, work on its articles, and write the answer. */
import { listDocuments } from '../batch/documents.ts';
import { decodeAs } from '../read/charset.ts';
import { isGzip } from '../read/gunzip.ts';
import type { Format, Joiner } from '../write/format.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';
import type { Answer, Refused, Task } from './task.ts';

const loaded = Promise.all([import('../batch/work.ts'), import('./explain.ts')]).then(([{ work, warmUp }, explain]) => {
  warmUp();
  return { work, ...explain };
});

export default async function run(task: Task): Promise<Answer> {
  const { work, explained } = await loaded;
  const { input, options, most, watch, charset } = task;
  begin(watch, 0);
  const bytes = await inUtf8(Buffer.from(task.bytes.buffer, task.bytes.byteOffset, task.bytes.byteLength), charset);
  if (bytes === null) return { noCharset: charset! };
  if (task.explain !== null) return explained(input, bytes, options, task.explain.claim);
  const results: { readonly record: boolean; readonly content: Uint8Array }[] = [];
  const refused: Refused[] = [];
  let claims = 0;
  let articles = 0;
  for await (const document of listDocuments([input], options, { bytes })) {
    if (articles === most) return { tooMany: most };
    articles += 1;
    begin(watch, articles);
    const { place, record } = document;
    const done = await work(document, options, null);
    if ('contents' in done) {
      claims += done.counts.claims;
      results.push({ record, content: done.contents[0]! });
    } else if ('reason' in done) refused.push({ place, why: done });
  }
  if (refused.length > 0) return { refused, articles };
  if (task.corroborate) {
    begin(watch, articles + 1);
    const { corroborated } = await import('./corroborate.ts');
    return { content: corroborated(results.map(({ content }) => content)), format: 'json', articles, claims };
  }
  const format = options.formats?.[0] ?? (results[0]?.record ? 'ndjson' : 'json');
  const { stream }: Format = FORMATS[format];
  if (results.length > 1 && !stream) return { several: format };
  return { content: await joined(format, results), format, articles, claims };
}

/** @returns null where nobody knows the charset */
async function inUtf8(bytes: Buffer, charset: string | null): Promise<Buffer | null> {
  if (charset === null || /^utf-?(?:8|16(?:[lb]e)?)$/.test(charset) || isGzip(bytes)) return bytes;
  const text = await decodeAs(bytes, charset);
  return text === null ? null : Buffer.from(text);
}

/** The time of each article counts on its own. */
function begin(watch: BigInt64Array, at: number): void {
  Atomics.store(watch, 0, BigInt(at));
  Atomics.store(watch, 1, process.hrtime.bigint());
}

/** As standard output gets it from the command line. */
async function joined(format: FormatName, results: readonly { readonly content: Uint8Array }[]): Promise<Uint8Array> {
  const { files, stream }: Format = FORMATS[format];
  const joiner: Joiner | undefined = stream ? await files[0].join?.() : undefined;
  if (!joiner) return results.length === 1 ? results[0]!.content : Buffer.concat(results.map(({ content }) => content));
  const parts = results.map(({ content }) => joiner.add(Buffer.from(content).toString('utf8')));
  return Buffer.concat([...parts, joiner.end()].map((part) => Buffer.from(part)));
}
