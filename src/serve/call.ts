/** One request on its way through the service. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from './limits.ts';
import type { Metrics } from './metrics.ts';
import type { Workers } from './workers.ts';

/** What all requests share. */
export interface Shared {
  readonly limits: Limits;
  readonly workers: Workers;
  readonly metrics: Metrics;
  /** True from the moment when it was asked to end. */
  readonly ending: boolean;
  /** How many streams are open. */
  streams: number;
}

export interface Call {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly query: URLSearchParams;
  readonly service: Shared;
  /** Aborted when the client has gone. */
  readonly signal: AbortSignal;
}

/** An answer that is sent as a whole. */
export interface Sent {
  readonly type: string;
  readonly content: string | Uint8Array;
  readonly status?: number;
  readonly fields?: Readonly<Record<string, string>>;
  /** True for what changes only with the program, and may be kept. */
  readonly fixed?: true;
}
