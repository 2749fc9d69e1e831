/** What a worker thread of the service is given for one request, and what it answers. */
import type { DocumentResult, WorkOptions } from '../batch/result.ts';
import type { Watched } from '../batch/threads.ts';
import type { Input } from '../read/index.ts';
import type { FormatName } from '../write/formats.ts';

export interface Task extends Watched {
  readonly bytes: Uint8Array;
  /** As the request declares it; null for what the bytes say themselves. */
  readonly charset: string | null;
  readonly input: Input;
  readonly options: WorkOptions;
  /** Why the sentences, or one claim, read as they do, instead of what was found. */
  readonly explain: { readonly claim: string | null } | null;
  /** What the articles have in common, instead of what is in each. */
  readonly corroborate: boolean;
  /** More articles are not begun. */
  readonly most: number;
}

/** Why one article of a request gave nothing. */
export interface Refused {
  readonly place: string;
  readonly why: Extract<DocumentResult, { readonly reason: string }>;
}

/** What became of a request. */
export type Answer =
  | {
      readonly content: Uint8Array;
      readonly format: FormatName;
      readonly articles: number;
      readonly claims: number;
    }
  | { readonly refused: readonly Refused[]; readonly articles: number }
  | { readonly tooMany: number }
  | { readonly several: FormatName }
  | { readonly noClaim: string }
  | { readonly noCharset: string };
