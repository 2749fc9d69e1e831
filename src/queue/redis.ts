/** Queues on a Redis or Valkey server, with one line for whoever cannot reach it. */
import { Queue, type RedisOptions } from 'bullmq';
import { EXIT, Failure } from '../failure.ts';
import { deadLettersOf } from './job.ts';
import type { DeadLetter, JobData } from './schema.ts';

export interface Place {
  /** `redis://` or `rediss://`, with user, password and number of the database where there are some. */
  readonly url: string;
  /** The queue's name. */
  readonly name: string;
}

/** How to connect; BullMQ hands it on to its client, whose types leave the URL out. */
export type Connection = RedisOptions & { readonly url: string };

export interface Queues {
  readonly jobs: Queue<JobData>;
  readonly dead: Queue<DeadLetter>;
  /** For more that should end with these. */
  readonly connection: Connection;
  /** Fails when the server has gone and does not come back. */
  readonly lost: Promise<never>;
  close(): Promise<void>;
}

/** Milliseconds to wait for a server's first answer. */
const CONNECT_TIMEOUT = 5000;
/** So often, and after so many milliseconds each time, a server that was there is tried again. */
const ATTEMPTS = 40;
const RETRY_DELAY = 500;

/**
 * @param exitCode of a program that cannot reach the server
 * @throws Failure where the server cannot be reached
 */
export async function openQueues({ url, name }: Place, exitCode: number = EXIT.noInput): Promise<Queues> {
  let reached = false;
  let reason: string | undefined;
  let lose: (failure: Failure) => void;
  const lost = new Promise<never>((_, reject) => {
    lose = reject;
  });
  lost.catch(() => {});
  const connection: Connection = {
    url,
    connectTimeout: CONNECT_TIMEOUT,
    maxRetriesPerRequest: null,
    retryStrategy: (attempts) => {
      if (reached && attempts <= ATTEMPTS) return RETRY_DELAY;
      lose(unreachable(url, reason ?? 'no answer', exitCode));
      return null;
    },
  };
  const jobs = new Queue<JobData>(name, { connection });
  const dead = new Queue<DeadLetter>(deadLettersOf(name), { connection });
  const queues = [jobs, dead];
  for (const queue of queues) {
    queue.on('error', ({ message, code }: NodeJS.ErrnoException) => {
      if (!message.startsWith('Connection is closed')) reason = message || code;
    });
  }
  const close = async () => {
    await Promise.all(queues.map((queue) => queue.close()));
  };
  const ready = queues.map((queue) => queue.waitUntilReady());
  try {
    await Promise.all(ready);
  } catch (error) {
    // Whoever is closed before it has failed fails with nobody to listen.
    await Promise.allSettled(ready);
    await close().catch(() => {});
    throw unreachable(url, reason ?? (error as Error).message, exitCode);
  }
  reached = true;
  return { jobs, dead, connection, lost, close };
}

/** The password stays out of it. */
function unreachable(url: string, reason: string, exitCode: number): Failure {
  const { protocol, host } = new URL(url);
  return new Failure(
    `Redis at ${protocol}//${host} cannot be reached: ${reason}; check --redis and whether the server runs`,
    exitCode,
  );
}
