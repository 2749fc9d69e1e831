/**
 * Who may call. A page of somebody else's in the browser of the same machine must not: its requests name its own origin,
 * and where it points a name of its own at this machine (DNS rebinding), that name is in `Host`.
 */
import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { Problem } from './problem.ts';

/** @returns the name in a `Host` field, or of an address, in lower case, without port and brackets; null where it is none */
function nameIn(host: string): string | null {
  const [, bracketed, plain] = /^(?:\[([0-9a-f:.]+)\]|([\w.-]+))(?::\d{1,5})?$/i.exec(host) ?? [];
  return (bracketed ?? plain)?.toLowerCase().replace(/\.$/, '') ?? null;
}

/**
 * @param names by which the service may be called, besides `localhost` and addresses of IP: nobody can rebind those
 * @throws Problem where `Host` is another, or there is none
 */
export function checkHost({ headers }: IncomingMessage, names: readonly string[]): void {
  const { host = '' } = headers;
  const name = nameIn(host);
  if (name !== null && (isIP(name) !== 0 || name === 'localhost' || name.endsWith('.localhost'))) return;
  if (name !== null && names.includes(name)) return;
  throw new Problem(
    'wrong-host',
    `The service is not called "${host.slice(0, 100)}"; whoever starts it allows that name with --allow-host.`,
  );
}

/**
 * @param origins that may call, or `*`
 * @returns the fields that let the caller's page read the answer; none where it is the service's own page, or no browser
 * @throws Problem where a page of another origin calls
 */
export function checkOrigin({ headers }: IncomingMessage, origins: readonly string[]): Record<string, string> {
  const { origin, host } = headers;
  if (origin === undefined) return {};
  if (origins.includes('*')) return { 'access-control-allow-origin': '*' };
  if (origins.includes(origin)) return { 'access-control-allow-origin': origin, vary: 'Origin' };
  if (host !== undefined && (origin === `http://${host}` || origin === `https://${host}`)) return {};
  throw new Problem(
    'forbidden',
    `Pages of ${origin.slice(0, 100)} may not call this service; --cors ${origin.slice(0, 100)} allows it.`,
  );
}

/** What a browser asks before it lets a page of an allowed origin call. */
export const PREFLIGHT: Readonly<Record<string, string>> = {
  'access-control-allow-methods': 'GET, HEAD, POST',
  'access-control-allow-headers': 'Accept, Content-Type',
  'access-control-max-age': '600',
};
