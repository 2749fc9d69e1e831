/**
 * The service: HTTP in, claims out. Work runs in worker threads; this thread takes requests, and so is always there for
 * whoever asks how it is. Node's own server does it all: what a framework would add (routes, hooks, plugins, validation) is
 * a table of ten addresses here, and what this needs (limits of time on bodies, back-pressure, `Expect`) lies below one.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { answering } from './answer.ts';
import type { Shared } from './call.ts';
import { HEAD_SECONDS } from './limits.ts';
import { startMetrics } from './metrics.ts';
import type { ServiceOptions } from './options.ts';
import { startWorkers } from './workers.ts';

export interface Service {
  /** Where it listens: `http://127.0.0.1:8765`. */
  readonly url: string;
  /** Ends when a worker has loaded its models. */
  readonly ready: Promise<void>;
  /** Finishes what is under way, refuses what comes, and then ends. */
  drain(): Promise<void>;
}

/** Seconds for which an open connection may be silent between two requests. */
const KEEP_ALIVE = 65;
/** Connections open at once: far above the requests that may wait. */
const CONNECTIONS = 1024;

/** @throws Error of the system where it cannot listen there */
export async function startService(options: ServiceOptions): Promise<Service> {
  const metrics = startMetrics(() => workers);
  const workers = startWorkers(options.limits, metrics);
  let ending = false;
  /** Requests that are not answered to their end. */
  let open = 0;
  let idle = () => {};
  const shared: Shared = {
    limits: options.limits,
    workers,
    metrics,
    streams: 0,
    get ending() {
      return ending;
    },
  };
  const answer = answering(shared, options);
  const server = createServer({
    headersTimeout: Math.min(HEAD_SECONDS, options.limits.bodySeconds) * 1000,
    // Bodies have limits of their own: a stream may last.
    requestTimeout: 0,
    connectionsCheckingInterval: 1000,
    keepAliveTimeout: KEEP_ALIVE * 1000,
    requireHostHeader: false,
  });
  server.maxConnections = CONNECTIONS;
  const take = (request: IncomingMessage, response: ServerResponse) => {
    open += 1;
    response.once('close', () => {
      open -= 1;
      if (open === 0) idle();
    });
    void answer(request, response);
  };
  server.on('request', take).on('checkContinue', take);
  try {
    await listen(server, options);
  } catch (error) {
    workers.warm.catch(() => 'closed while it was loading');
    await workers.close();
    throw error;
  }
  return {
    url: urlOf(server.address() as AddressInfo),
    ready: workers.warm,
    async drain() {
      ending = true;
      if (open > 0) {
        const answered = new Promise<void>((resolve) => {
          idle = resolve;
        });
        // No longer than an article may take, tried once more where its worker had ended.
        await Promise.race([answered, sleep(2000 * options.limits.timeoutSeconds, null, { ref: false })]);
      }
      server.close();
      server.closeAllConnections();
      await workers.close();
    },
  };
}

function listen(server: Server, { host, port }: ServiceOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen({ host, port }, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

const urlOf = ({ address, family, port }: AddressInfo): string =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
