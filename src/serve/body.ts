/** The body of a request, within its limits of size and time. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from './limits.ts';
import { Problem } from './problem.ts';

/** @param actual as far as it was read */
function tooLarge(limit: number, actual: number): Problem {
  const detail = `The body has ${actual} bytes or more, and may have ${limit}; send the articles one by one, or start the service with a larger --max-body.`;
  return new Problem('too-large', detail, { limit, actual, unit: 'bytes' });
}

/** Lets a client that waits for leave to send its body go on. */
export function goOn({ headers }: IncomingMessage, response: ServerResponse): void {
  if (/^100-continue$/i.test(headers.expect ?? '')) response.writeContinue();
}

/** @throws Problem where the client says that its body is larger than it may be */
export function checkLength({ headers }: IncomingMessage, limit: number): void {
  const length = Number(headers['content-length'] ?? 0);
  if (length > limit) throw tooLarge(limit, length);
}

/** @throws Problem where it is larger than it may be, or has not arrived in time, however much of it came */
export function readBody(
  request: IncomingMessage,
  response: ServerResponse,
  { maxBodyBytes: limit, bodySeconds }: Limits,
): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    let size = 0;
    const timer = setTimeout(() => end(late('The body did not arrive', bodySeconds)), bodySeconds * 1000);
    const end = (problem: Problem | null) => {
      clearTimeout(timer);
      request.off('data', take).off('end', finish).off('close', lost);
      if (problem === null) resolve(Buffer.concat(parts));
      else reject(problem);
    };
    const take = (part: Buffer) => {
      size += part.length;
      parts.push(part);
      if (size > limit) end(tooLarge(limit, size));
    };
    const finish = () => end(null);
    const lost = () => end(new Problem('bad-request', 'The connection ended before the body did.'));
    request.on('data', take).once('end', finish).once('close', lost);
    goOn(request, response);
  });
}

/** @param what did not happen in time */
export function late(what: string, seconds: number): Problem {
  return new Problem('request-timeout', `${what} within ${seconds} s.`, { limit: seconds, unit: 'seconds' });
}

/** Milliseconds for which the rest of a body is read after an error: whoever is still sending could not read the answer. */
const LINGER = 5000;

/** Reads what is still coming, and keeps nothing; a client that does not end is left. */
export function leave(request: IncomingMessage): void {
  request.resume();
  const timer = setTimeout(() => request.socket.destroy(), LINGER);
  // It closes when it has been read, and when its connection breaks; a listener at the connection would outlive it there.
  request.once('close', () => clearTimeout(timer));
}
