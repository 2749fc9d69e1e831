/** What the service is started with. */
import type { Limits } from './limits.ts';

export interface ServiceOptions {
  readonly limits: Limits;
  readonly host: string;
  /** 0 for one that is free. */
  readonly port: number;
  /** Names by which it may be called, besides localhost and addresses. */
  readonly names: readonly string[];
  /** Origins whose pages may call it. */
  readonly origins: readonly string[];
  /** Gets a line for each request: method, path, status, bytes and milliseconds, nothing of what was in it. */
  readonly log?: ((line: string) => void) | undefined;
  /** Gets what nobody thought of. */
  readonly trouble: (error: unknown) => void;
}
