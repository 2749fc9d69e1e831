/** `accordingto serve` of the packed program, started for a test, and raw connections to it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { home, program } from './program.ts';

export interface Service {
  readonly url: string;
  readonly port: number;
  readonly child: ChildProcess;
  /** What it said on standard error. */
  readonly said: () => string;
  /** What stands in its working directory. */
  readonly written: () => readonly string[];
  /** @returns its exit code, or null where a signal ended it */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Starts it on a free port, and waits until it takes work. */
export async function startService(...args: string[]): Promise<Service> {
  const cwd = mkdtempSync(join(home, 'service-'));
  const child = spawn(process.execPath, [program, 'serve', '--port', '0', ...args], { cwd });
  let said = '';
  const listens = new Promise<string>((resolve, reject) => {
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
      const url = /serves (http:\S+)/.exec(said)?.[1];
      if (url) resolve(url);
    });
    child.once('close', (code) => code && console.error(said));
    child.once('close', () => reject(new Error(`the service ended: ${said}`)));
  });
  const url = await listens;
  while (!(await fetch(`${url}/readyz`)).ok) await new Promise((resolve) => setTimeout(resolve, 20));
  const ended = once(child, 'close');
  return {
    url,
    port: Number(new URL(url).port),
    child,
    said: () => said,
    written: () => readdirSync(cwd, { recursive: true, encoding: 'utf8' }),
    async stop(signal = 'SIGTERM') {
      child.kill(signal);
      return (await ended)[0];
    },
  };
}

export interface Answered {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers: Headers;
}

export async function post(
  url: string,
  body: string | Buffer,
  headers: Record<string, string> = { 'content-type': 'text/plain' },
): Promise<Answered> {
  const response = await fetch(url, { method: 'POST', body, headers });
  const type = response.headers.get('content-type') ?? '';
  return { status: response.status, type, text: await response.text(), headers: response.headers };
}

/**
 * Sends bytes over a connection of its own, and nothing more.
 *
 * @returns what came back until the service ended the connection
 */
export function raw(port: number, ...parts: readonly string[]): Promise<string> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    for (const part of parts) socket.write(part);
    socket.setEncoding('latin1').on('data', (more) => (text += more));
    socket.on('error', () => {});
    socket.on('close', () => resolve(text));
  });
}
