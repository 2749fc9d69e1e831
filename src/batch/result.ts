/** The options and the result of a document: all that crosses between threads besides the documents. */
import type { Refusal } from '../corrections/apply.ts';
import type { Correction } from '../corrections/correction.ts';
import type { AnalyseOptions } from '../extract.ts';
import type { Output } from '../output.ts';
import type { Size } from '../read/error.ts';
import type { ReadOptions } from '../read/index.ts';
import type { FormatFile } from '../write/format.ts';
import { FORMATS, type FormatName, filesOf } from '../write/formats.ts';

export interface WorkOptions extends ReadOptions, AnalyseOptions {
  readonly includeText: boolean;
  /** Corrections of claims by readers, in the order of their file. */
  readonly corrections?: readonly Correction[] | undefined;
  /** Leaves out claims that nobody stated: attitudes, wishes, acts. */
  readonly statements?: boolean | undefined;
  /** Null: `json` for one article, `ndjson` for records. */
  readonly formats: readonly FormatName[] | null;
  /** True where the formats go to a folder: `json` brings its claims along, and a ledger asks for hashes. */
  readonly folder: boolean;
}

/** How many of each there are in an output. */
export interface Counts {
  readonly sentences: number;
  readonly people: number;
  readonly sources: number;
  readonly dates: number;
  readonly numbers: number;
  readonly claims: number;
  /** Claims with an attribution. */
  readonly attributed: number;
  readonly problems: number;
}

/**
 * The result of a document. `warned` is `ok` with problems in its output; `unchanged` means that the earlier result
 * still holds.
 */
export type DocumentResult = {
  /** As in the ledger; null where nobody asked, or where it can be read only once. */
  readonly sha256: string | null;
  readonly milliseconds: number;
} & (
  | { readonly status: 'unchanged' }
  | {
      readonly status: 'ok' | 'warned';
      /** What the article adds to each file of `filesToWrite`, in that order, in UTF-8: bytes cross between threads at no cost. */
      readonly contents: readonly Uint8Array[];
      /** SHA-256 of each of them. */
      readonly hashes: readonly string[];
      readonly counts: Counts;
      /** Corrections of it that were not applied; absent where there are none. */
      readonly refused?: readonly Refusal[];
    }
  | {
      readonly status: 'skipped';
      readonly reason: string;
      /** True where the input has nothing in it at all. */
      readonly empty?: true;
      /** The language it is in, where that is the reason: ISO 639-1. */
      readonly language?: string;
    }
  | (Why & {
      readonly status: 'failed';
      /** Without a subject: whoever prints it puts the document's place before it. */
      readonly reason: string;
      /** True where the input has nothing in it at all. */
      readonly empty: boolean;
    })
);

/** The reason of a failure for programs; absent where the input cannot be read. */
export interface Why {
  /** Why it was stopped. */
  readonly stopped?: Stopped;
  /** Of what is larger than it may be. */
  readonly size?: Size;
  /** A stage threw, or counted more steps than an article may take. */
  readonly stage?: 'fault' | 'budget';
}

/** `fault`: the worker ended by itself. */
export type Stopped = 'time' | 'memory' | 'fault';

/** @returns how many of each the contract's object holds, for the summary and the ledger */
export function countOutput({ sentences, people, sources, dates, numbers, claims, problems }: Output): Counts {
  return {
    sentences: sentences.length,
    people: people.length,
    sources: sources.length,
    dates: dates.length,
    numbers: numbers.length,
    claims: claims.length,
    attributed: claims.filter(({ attribution }) => attribution.length > 0).length,
    problems: problems.length,
  };
}

/** The files that a document adds to. */
export function filesToWrite({ formats, folder }: WorkOptions, record: boolean): readonly FormatFile[] {
  if (formats === null) return FORMATS[record ? 'ndjson' : 'json'].files;
  return folder ? filesOf(formats) : formats.flatMap((name): readonly FormatFile[] => FORMATS[name].files);
}

/** The message for a document that took too long, both times. */
export const tookTooLong = (milliseconds: number): string =>
  `took longer than ${milliseconds / 1000} s and was stopped, twice; --timeout allows more`;
