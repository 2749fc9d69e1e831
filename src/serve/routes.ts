/** The addresses of the service: what answers them, and what is said of them in `/openapi.json` and `/docs`. */
import { jsonSchema } from '../library/schema.ts';
import { output } from '../output.ts';
import type { FormatName } from '../write/formats.ts';
import { claimRecord } from '../write/records.ts';
import type { Sent } from './call.ts';
import { corroborate, explain, extract } from './extract.ts';
import { limits } from './limits.ts';
import { READ, typeOf, WRITTEN } from './media.ts';
import { corroborateParameters, explainParameters, extractParameters, streamParameters } from './parameters.ts';
import type { ProblemName } from './problem.ts';
import { type Bodies, corroboration, explanation, type Route, record } from './route.ts';
import { stream } from './stream.ts';

const answers = { articles: output, claims: claimRecord };

const inputs: Bodies = Object.fromEntries(
  Object.values(READ).map(([type]) => [type, type === 'application/json' ? record : null]),
);

const outputs: Bodies = Object.fromEntries(
  WRITTEN.map((name: FormatName) => {
    const schema = name === 'json' || name === 'ndjson' ? answers.articles : name === 'claims' ? answers.claims : null;
    return [typeOf(name), schema];
  }),
);

const READING: readonly ProblemName[] = [
  'bad-parameter',
  'forbidden',
  'not-acceptable',
  'request-timeout',
  'too-large',
  'unsupported-type',
  'wrong-host',
  'unreadable',
  'other-language',
  'too-much-work',
  'failed',
  'busy',
  'ending',
  'worker-stopped',
];

const json = (value: unknown, more: Partial<Sent> = {}): Sent => ({
  type: 'application/json',
  content: `${JSON.stringify(value, null, 2)}\n`,
  ...more,
});

/** Made when it is first asked for. */
const once = (make: () => Promise<Sent>): (() => Promise<Sent>) => {
  let made: Promise<Sent> | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const page = once(async () => (await import('./page.ts')).page());
const docs = once(async () => (await import('./docs.ts')).docs(ROUTES));
const openapi = once(async () => json((await import('./openapi.ts')).openapi(ROUTES), { fixed: true }));
const schema = once(async () => json(jsonSchema(), { fixed: true, type: 'application/schema+json' }));

export const ROUTES: readonly Route[] = [
  {
    method: 'POST',
    path: '/v1/extract',
    summary: 'Extract claims from an article',
    description:
      'Gives the bytes that `accordingto extract` writes for the same input. A request may hold several articles (JSON array, JSON lines, CSV, WARC): they come in their order, one a line.',
    parameters: extractParameters,
    reads: inputs,
    writes: outputs,
    problems: [...READING, 'too-many-articles'],
    answer: extract,
  },
  {
    method: 'POST',
    path: '/v1/extract/stream',
    summary: 'Extract claims from any number of articles',
    description:
      'One record a line in, one document a line out, in the same order, while more is sent. A line that cannot be read gives {"problem": …} in its place, with its number. Send no faster than you read.',
    parameters: streamParameters,
    reads: { 'application/x-ndjson': record },
    writes: { 'application/x-ndjson': answers.articles, [typeOf('claims')]: answers.claims },
    problems: READING,
    answer: async (call) => {
      await stream(call);
      return null;
    },
  },
  {
    method: 'POST',
    path: '/v1/corroborate',
    summary: 'Find the claims that several articles make',
    description:
      'Of the articles of one request (JSON array, JSON lines, CSV, WARC): which claims are the same, from how many speakers they come at least and at most, who has them from whom, where they contradict one another, and which texts were copied. What `accordingto corroborate` writes, in one object. Independent does not mean true, and one origin does not mean false.',
    parameters: corroborateParameters,
    reads: inputs,
    writes: { 'application/json': corroboration },
    problems: [...READING, 'too-many-articles'],
    answer: corroborate,
  },
  {
    method: 'POST',
    path: '/v1/explain',
    summary: 'Say why the sentences of an article read as they do',
    description: 'Of several articles in a request, the first. The lines of `accordingto explain`.',
    parameters: explainParameters,
    reads: inputs,
    writes: { [typeOf('text')]: null, 'application/json': explanation },
    problems: [...READING, 'no-such-claim'],
    answer: explain,
  },
  {
    method: 'GET',
    path: '/v1/schema',
    summary: 'The JSON Schema of a document',
    description: 'As `accordingto schema` prints it.',
    writes: { 'application/schema+json': null },
    answer: schema,
  },
  {
    method: 'GET',
    path: '/v1/limits',
    summary: 'What one request may take',
    writes: { 'application/json': limits },
    answer: async ({ service }) => json(service.limits),
  },
  {
    method: 'GET',
    path: '/healthz',
    summary: 'Whether the service lives',
    description: 'Never waits behind work.',
    writes: { 'text/plain; charset=utf-8': null },
    answer: async () => ({ type: typeOf('text'), content: 'ok\n' }),
  },
  {
    method: 'GET',
    path: '/readyz',
    summary: 'Whether it takes work',
    description: '503 until a worker has loaded its models, and when the service is ending.',
    writes: { 'text/plain; charset=utf-8': null },
    problems: ['ending'],
    answer: async ({ service }) => {
      if (service.ending) return { type: typeOf('text'), content: 'ending\n', status: 503 };
      if (!service.workers.ready) return { type: typeOf('text'), content: 'starting\n', status: 503 };
      return { type: typeOf('text'), content: 'ready\n' };
    },
  },
  {
    method: 'GET',
    path: '/metrics',
    summary: 'Counters for Prometheus',
    writes: { 'text/plain; charset=utf-8': null },
    answer: async ({ service: { metrics } }) => ({ type: metrics.contentType, content: await metrics.text() }),
  },
  {
    method: 'GET',
    path: '/openapi.json',
    summary: 'The description of the service (OpenAPI 3.1)',
    writes: { 'application/json': null },
    answer: openapi,
  },
  {
    method: 'GET',
    path: '/docs',
    summary: 'The description of the service, for people',
    writes: { 'text/html; charset=utf-8': null },
    answer: docs,
  },
  {
    method: 'GET',
    path: '/',
    summary: 'A page to paste an article into',
    writes: { 'text/html; charset=utf-8': null },
    answer: page,
  },
];
