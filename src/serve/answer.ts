/** From a request to its answer: who calls, what is asked for, and what is said where that goes wrong. */
import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { leave } from './body.ts';
import type { Call, Sent, Shared } from './call.ts';
import { checkHost, checkOrigin, PREFLIGHT } from './guard.ts';
import { SLOW_READER } from './limits.ts';
import type { ServiceOptions } from './options.ts';
import { noParameters, parametersOf } from './parameters.ts';
import { asProblem, Problem } from './problem.ts';
import type { Route } from './route.ts';
import { ROUTES } from './routes.ts';

/** On every answer: nothing of it is guessed at, kept by others, or shown inside a page of somebody else. */
const SAFE: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'x-frame-options': 'DENY',
};

type Options = Pick<ServiceOptions, 'names' | 'origins' | 'log' | 'trouble'>;

/** @returns what answers one request; it never throws */
export function answering(
  service: Shared,
  { names, origins, log, trouble }: Options,
): (request: IncomingMessage, response: ServerResponse) => Promise<void> {
  return async (request, response) => {
    const started = performance.now();
    const gone = new AbortController();
    const { method = 'GET' } = request;
    let route: Route | undefined;
    response.once('close', () => {
      gone.abort();
      const seconds = (performance.now() - started) / 1000;
      service.metrics.answered(route?.path ?? 'none', known(method), response.statusCode, seconds);
      log?.(`${known(method)} ${route?.path ?? '-'} ${response.statusCode} ${Math.round(seconds * 1000)} ms`);
    });
    // A connection that breaks ends the answer; there is nobody left to tell.
    response.on('error', () => {});
    request.on('error', () => {});
    for (const [name, value] of Object.entries(SAFE)) response.setHeader(name, value);
    try {
      checkHost(request, names);
      for (const [name, value] of Object.entries(checkOrigin(request, origins))) response.setHeader(name, value);
      const { pathname, searchParams } = urlOf(request);
      route = ROUTES.find(({ path }) => path === pathname);
      if (!route) throw new Problem('not-found', `There is nothing at ${pathname.slice(0, 100)}; see /docs.`);
      if (method === 'OPTIONS' && request.headers.origin !== undefined) return void end(response, 204, PREFLIGHT);
      const allowed = route.method === 'GET' ? ['GET', 'HEAD'] : ['POST'];
      if (!allowed.includes(method)) {
        const detail = `${route.path} takes ${allowed.join(' and ')}, not ${known(method)}.`;
        throw new Problem('method-not-allowed', detail, {}, { allow: allowed.join(', ') });
      }
      if (service.ending && route.method === 'POST') {
        throw new Problem(
          'ending',
          'The service is ending; send it again, to another one.',
          {},
          { 'retry-after': '5' },
        );
      }
      if (service.ending) response.setHeader('connection', 'close');
      if (route.method === 'GET') parametersOf(noParameters, searchParams);
      const call: Call = { request, response, query: searchParams, service, signal: gone.signal };
      const sent = await route.answer(call);
      if (sent !== null) send(request, response, sent);
    } catch (error) {
      if (gone.signal.aborted) return;
      const problem = asProblem(error);
      if (problem.problem === 'failed') trouble(error);
      refuse(request, response, problem);
    }
  };
}

/** @throws Problem where the address is none */
function urlOf({ url = '/' }: IncomingMessage): URL {
  const address = url.startsWith('/') ? `http://localhost${url}` : url;
  if (url.startsWith('//') || !URL.canParse(address)) throw new Problem('bad-request', 'The address is none.');
  return new URL(address);
}

/** Methods that are none of HTTP stay out of the log and the counters. */
const METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const known = (method: string): string => (METHODS.has(method) ? method : 'other');

function send(
  request: IncomingMessage,
  response: ServerResponse,
  { type, content, status = 200, fields, fixed }: Sent,
) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const etag = fixed ? `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"` : null;
  const kept = etag === null ? { 'cache-control': 'no-store' } : { 'cache-control': 'no-cache', etag };
  const head = { 'content-type': type, ...kept, ...fields };
  if (etag !== null && request.headers['if-none-match'] === etag) return void end(response, 304, head);
  response.setTimeout(SLOW_READER, () => response.destroy());
  response.writeHead(status, { ...head, 'content-length': bytes.length });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function end(response: ServerResponse, status: number, head: Readonly<Record<string, string>>): void {
  response.writeHead(status, head).end();
}

function refuse(request: IncomingMessage, response: ServerResponse, problem: Problem): void {
  if (response.headersSent) return void response.destroy();
  const bytes = Buffer.from(`${JSON.stringify(problem.body)}\n`);
  response.writeHead(problem.status, {
    'content-type': 'application/problem+json',
    'content-length': bytes.length,
    'cache-control': 'no-store',
    ...problem.fields,
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
  if (!request.complete) leave(request);
}
