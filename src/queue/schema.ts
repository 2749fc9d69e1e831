/** What a job must be before anything of it counts: whoever reaches the server can put anything there. */
import { z } from 'zod';
import type { Document } from '../batch/documents.ts';
import { isResult } from '../batch/inside.ts';
import type { WorkOptions } from '../batch/result.ts';
import type { Shard } from '../batch/shard.ts';
import { isDay } from '../read/day.ts';
import { FORMATS as INPUTS } from '../read/format.ts';
import type { PendingArticle } from '../read/pending.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';

/** What is asked for every document of a run; the same in all its jobs. */
export interface Asked extends Omit<WorkOptions, 'formats' | 'folder'> {
  readonly formats: readonly FormatName[];
}

export interface JobData {
  readonly shard: Shard;
  readonly asked: Asked;
  /** As `pack` (job.ts) makes it: paths repeat themselves, and a queue is held in memory. */
  readonly documents: string;
}

/** A document that ended whatever process worked on it. */
export interface DeadLetter {
  /** The document's place, as people call it. */
  readonly document: string;
  readonly id: string;
  /** Its place in the order of the run. */
  readonly at: number;
  readonly reason: string;
}

type Content = Document['content'];

/** A document as JSON can hold it: the bytes of a page in base64. */
export type Packed = Omit<Document, 'content' | 'known'> & {
  readonly content:
    | Exclude<Content, { readonly pending: unknown }>
    | { readonly pending: Omit<PendingArticle, 'bytes'>; readonly base64: string };
};

const NAMES = Object.keys(FORMATS) as [FormatName, ...FormatName[]];

const place = z.int().nonnegative();
const day = z.string().refine(isDay, 'is no day');
const span = z.object({ start: place, end: place });

const shard = z
  .object({ index: z.int().min(1).max(1e9), of: z.int().min(1).max(1e9) })
  .refine(({ index, of }) => index <= of, 'is no part of a whole');

export const jobData: z.ZodType<JobData> = z.object({
  shard,
  asked: z.object({
    published: day.optional(),
    from: z.enum(INPUTS).optional(),
    anyLanguage: z.boolean().optional(),
    captions: z.boolean().optional(),
    maxTextBytes: z.number().positive().optional(),
    minConfidence: z.number().min(0).max(1).optional(),
    includeText: z.boolean(),
    formats: z.array(z.enum(NAMES)).min(1),
  }),
  documents: z.string(),
});

const published = z.object({
  date: day.nullable(),
  basis: z.enum(['given', 'metadata', 'file-name', 'dateline', 'inferred', 'unknown']),
  candidates: z.array(day),
  evidence: z.array(span),
});
const named = z.object({ id: z.string().min(1), source: z.string(), published });

const problem = z.object({ stage: z.string(), code: z.string(), message: z.string(), start: place, end: place });
const article = z.object({
  ...named.shape,
  text: z.string(),
  title: z.string().nullable(),
  plain: z.boolean(),
  url: z.string().exactOptional(),
  authors: z.array(z.string()).exactOptional(),
  language: z.string().exactOptional(),
  marked: z.array(z.object({ ...span.shape, kind: z.enum(['heading', 'caption']) })).exactOptional(),
  problems: z.array(problem).exactOptional(),
});

const oddity = z.object({ code: z.string(), message: z.string() });
const pending = z.object({
  named,
  format: z.enum(['txt', 'md', 'html', 'http']),
  url: z.string().exactOptional(),
  asked: z.literal(true).exactOptional(),
  oddities: z.array(oddity).exactOptional(),
});
const file = z.object({ path: z.string().min(1), source: z.string(), id: z.string().min(1) });

export const packedDocuments: z.ZodType<readonly Packed[]> = z.array(
  z.object({
    place: z.string(),
    input: z.string(),
    at: place,
    id: z.string().min(1),
    renamed: z.string().nullable(),
    stem: z.string().refine((stem) => stem === '' || isResult(stem), 'leads out of its folder'),
    record: z.boolean(),
    content: z.union([
      z.object({ file }),
      z.object({ pending, base64: z.string() }),
      z.object({ article }),
      z.object({ skipped: z.string(), empty: z.literal(true).exactOptional() }),
      z.object({ failed: z.string(), empty: z.boolean() }),
    ]),
  }),
);

export const deadLetter: z.ZodType<DeadLetter> = z.object({
  document: z.string(),
  id: z.string(),
  at: place,
  reason: z.string(),
});
