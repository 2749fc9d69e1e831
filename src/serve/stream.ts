/**
 * `POST /v1/extract/stream`: one record a line in, one document a line out, in the same order. A bounded number of lines is
 * held: a client that does not read its answer is not read either. What is wrong with a line is a line of the answer.
 */
import { once } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { splitLines } from '../read/lines.ts';
import { goOn, late, leave } from './body.ts';
import type { Call } from './call.ts';
import { optionsOf } from './extract.ts';
import { type Limits, MAX_STREAMS, SLOW_READER } from './limits.ts';
import { contentOf, formatWanted, typeOf } from './media.ts';
import { parametersOf, streamParameters } from './parameters.ts';
import { asProblem, Problem } from './problem.ts';
import { refusal } from './refusal.ts';

/** Lines under way for each worker: enough that none waits for the next. */
const AHEAD = 3;

/**
 * Answers `POST /v1/extract/stream`: for each line with a record one line with its result, in their order, as soon as it is
 * done. A record that cannot be read gives a line that says why.
 *
 * @throws Problem before the first line where the parameters or the body cannot be taken, or too many streams are open
 */
export async function stream(call: Call): Promise<void> {
  const { request, response, service, signal } = call;
  const { format, ...asked } = parametersOf(streamParameters, call.query);
  const wanted = formatWanted(request, format ?? null, ['ndjson', 'claims']) ?? 'ndjson';
  const content = contentOf(request, null);
  if (content.format !== 'jsonl' && content.format !== 'json' && content.format !== null) {
    throw new Problem('unsupported-type', 'A stream holds one record a line; send it as application/x-ndjson.');
  }
  if (request.headers['content-encoding'] === 'gzip') {
    throw new Problem('unsupported-type', 'A stream is read line by line and may not be packed; send it as it is.');
  }
  if (service.streams >= MAX_STREAMS) {
    const detail = `${MAX_STREAMS} streams are open, as many as may be; try again later.`;
    const details = { limit: MAX_STREAMS, actual: service.streams, unit: 'requests' } as const;
    throw new Problem('busy', detail, details, { 'retry-after': '5' });
  }
  const { limits, workers, metrics } = service;
  const options = optionsOf(asked, limits.maxTextBytes, 'json', [wanted]);
  const doLine = async (bytes: Buffer | null, number: number): Promise<string | Uint8Array> => {
    try {
      if (bytes === null) throw longLine(limits.maxBodyBytes);
      const input = { path: '-', source: '-', id: `stdin/${number}` };
      const answer = await workers.run(
        { bytes, charset: null, input, options, explain: null, corroborate: false, most: 1 },
        signal,
        true,
      );
      if (!('content' in answer)) throw refusal(answer);
      metrics.articles('done', answer.articles);
      metrics.claims(answer.claims);
      return answer.content;
    } catch (error) {
      if (signal.aborted) return '';
      metrics.articles('refused', 1);
      return lineOf(asProblem(error), number);
    }
  };
  service.streams += 1;
  try {
    response.writeHead(200, { 'content-type': typeOf(wanted), 'cache-control': 'no-store' });
    response.flushHeaders();
    goOn(request, response);
    await pass(call, doLine);
  } finally {
    service.streams -= 1;
  }
}

async function pass(
  { request, response, service, signal }: Call,
  doLine: (bytes: Buffer | null, number: number) => Promise<string | Uint8Array>,
): Promise<void> {
  /** Ends when the last line begun has been sent. */
  let sending: Promise<void> = Promise.resolve();
  /** The same for each line that is not sent yet, and perhaps for some that are. */
  const held: Promise<void>[] = [];
  const sendNext = (answer: Promise<string | Uint8Array>) => {
    sending = sending.then(async () => send(response, await answer, signal));
    // Whoever waits for it learns why; nobody may wait where the client has gone.
    sending.catch(() => {});
    held.push(sending);
  };
  let number = 0;
  try {
    for await (const line of splitLines(arriving(request, service.limits))) {
      if (service.ending) throw new Problem('ending', `The service is ending; lines after ${number} were not read.`);
      number = line.number;
      if (line.bytes !== null && isBlank(line.bytes)) continue;
      sendNext(doLine(line.bytes, number));
      if (held.length >= service.limits.workers * AHEAD) await held.shift();
    }
  } catch (error) {
    if (signal.aborted) return;
    sendNext(Promise.resolve(lineOf(asProblem(error), number + 1)));
  }
  await sending;
  response.end();
  if (!request.complete) leave(request);
}

const isBlank = (bytes: Buffer): boolean => !/\S/.test(bytes.toString('latin1'));

/** The chunks of a body; one that says nothing for too long has ended, and no line may be longer than a body. */
async function* arriving(
  request: IncomingMessage,
  { maxBodyBytes: longest, bodySeconds }: Limits,
): AsyncGenerator<Buffer> {
  const chunks: AsyncIterator<Buffer> = request[Symbol.asyncIterator]();
  let line = 0;
  for (;;) {
    const timer = new AbortController();
    const silence = sleep(bodySeconds * 1000, null, { signal: timer.signal }).catch(() => null);
    const next = await Promise.race([chunks.next(), silence]);
    timer.abort();
    if (next === null) throw late('Nothing more of the stream arrived', bodySeconds);
    if (next.done) return;
    const end = next.value.lastIndexOf(10);
    line = end < 0 ? line + next.value.length : next.value.length - end - 1;
    if (line > longest) throw longLine(longest, line);
    yield next.value;
  }
}

function longLine(limit: number, actual?: number): Problem {
  const detail = `A line is longer than ${limit} bytes; the stream ends here.`;
  return new Problem('too-large', detail, { limit, ...(actual === undefined ? {} : { actual }), unit: 'bytes' });
}

const lineOf = (problem: Problem, line: number): string =>
  `${JSON.stringify({ problem: { ...problem.body, line } })}\n`;

async function send(response: ServerResponse, content: string | Uint8Array, signal: AbortSignal): Promise<void> {
  if (content.length === 0 || response.write(content)) return;
  const slow = setTimeout(() => response.destroy(), SLOW_READER);
  await once(response, 'drain', { signal }).finally(() => clearTimeout(slow));
}
