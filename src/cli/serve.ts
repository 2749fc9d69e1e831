/** `accordingto serve`: the extractor over HTTP, with a page. */

import { EXIT, Failure } from '../failure.ts';
import { type Service, startService } from '../serve/index.ts';
import { MAX_ARTICLES, MAX_STREAMS } from '../serve/limits.ts';
import { complain, tell } from '../terminal.ts';
import { stopOnSignal } from './stop.ts';

export interface ServeOptions {
  readonly port: number;
  readonly host: string;
  readonly jobs: number;
  /** Seconds. */
  readonly timeout: number;
  /** Bytes. */
  readonly maxMemory: number;
  /** Bytes. */
  readonly maxSize: number;
  /** Bytes. */
  readonly maxBody: number;
  /** Seconds. */
  readonly bodyTimeout: number;
  readonly maxWaiting: number;
  readonly allowHost?: readonly string[];
  readonly cors?: readonly string[];
  readonly log?: boolean;
  readonly quiet?: boolean;
}

/** Serves until a signal comes. */
export async function runServe(_: string[], options: ServeOptions): Promise<number> {
  const stop = stopOnSignal('ending after the requests under way; press Ctrl-C again to end at once');
  const service = await start(options);
  if (!options.quiet) tell(`accordingto serves ${service.url}\n`);
  service.ready.catch((error) => complain(`no worker starts: ${(error as Error).message}`));
  if (!stop.signal.aborted) {
    await new Promise((resolve) => stop.signal.addEventListener('abort', resolve, { once: true }));
  }
  await service.drain();
  stop.end();
  return 0;
}

async function start(options: ServeOptions): Promise<Service> {
  const { host, port, jobs, timeout, maxMemory, maxSize, maxBody, bodyTimeout, maxWaiting, log = false } = options;
  try {
    return await startService({
      host,
      port,
      names: options.allowHost ?? [],
      origins: options.cors ?? [],
      limits: {
        maxBodyBytes: maxBody,
        maxTextBytes: maxSize,
        maxArticles: MAX_ARTICLES,
        timeoutSeconds: timeout,
        maxMemoryBytes: maxMemory,
        workers: jobs,
        maxWaiting,
        maxStreams: MAX_STREAMS,
        bodySeconds: bodyTimeout,
      },
      log: log ? (line) => tell(`${line}\n`) : undefined,
      trouble: (error) => complain(`serve: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
    });
  } catch (error) {
    throw new Failure(`cannot listen on ${host}:${port}: ${whyNot(error)}`, EXIT.output);
  }
}

function whyNot(error: unknown): string {
  const { code = '', message } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE') return 'another program does; choose another with --port';
  if (code === 'EACCES') return 'permission denied; choose a port above 1023 with --port';
  if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') return 'this machine has no such address; see --host';
  return message;
}
