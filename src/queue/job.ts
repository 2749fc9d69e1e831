/** What a job is: some documents, with the part of the run that they are. */
import { gunzipSync, gzipSync } from 'node:zlib';
import type { z } from 'zod';
import type { Document } from '../batch/documents.ts';
import { type Shard, shardName } from '../batch/shard.ts';
import { type JobData, jobData, type Packed, packedDocuments } from './schema.ts';

/**
 * A job as it comes from the server.
 *
 * @throws Error that names the first thing that is wrong
 */
export const checkJob = (data: unknown): JobData => checked(jobData, data, 'job');

function checked<Value>(schema: z.ZodType<Value>, value: unknown, what: string): Value {
  const { data, error } = schema.safeParse(value);
  if (error === undefined) return data;
  const { path, message } = error.issues[0]!;
  throw new Error(notAJob(`${[what, ...path].join('.')}: ${message}`));
}

const notAJob = (reason: string): string => `is no job of accordingto enqueue (${reason})`;

/** A job that waits for another attempt does so for these milliseconds, then for twice as many, and so on. */
const BACK_OFF = 1000;

/** With the last attempt two minutes have gone: longer than the lock of a machine that has ended. */
const MAX_ATTEMPTS = 8;

/** The name of the queue that holds the dead letters of a queue. */
export const deadLettersOf = (queue: string): string => `${queue}-dead`;

/** A job as BullMQ takes it; a part of the run is in the queue once, whoever adds it. */
export function jobOf(data: JobData) {
  return {
    name: 'part',
    data,
    opts: { jobId: folderOf(data.shard), attempts: MAX_ATTEMPTS, backoff: { type: 'exponential', delay: BACK_OFF } },
  };
}

/** The name of the part's output folder. */
export const folderOf = (shard: Shard): string => shardName(shard)!.replace('/', '-of-');

/** @returns documents as `JobData.documents` holds them: JSON, gzipped, in base64; `unpack` is the way back */
export function pack(documents: readonly Document[]): string {
  const packed = documents.map(({ content, known: _, ...document }): Packed => {
    if (!('pending' in content)) return { ...document, content };
    const { bytes, ...pending } = content.pending;
    return { ...document, content: { pending, base64: Buffer.from(bytes).toString('base64') } };
  });
  return gzipSync(JSON.stringify(packed)).toString('base64');
}

/** Bytes of a job's documents, unpacked: some times what `enqueue` puts into one, and no more than memory has room for. */
const MAX_DOCUMENTS_BYTES = 2 ** 28;

/**
 * @param documents as `pack` makes them, checked before any of them counts: a queue may be filled by others
 * @throws Error that names the first thing that is wrong
 */
export function unpack(documents: string): Document[] {
  let value: unknown;
  try {
    const bytes = gunzipSync(Buffer.from(documents, 'base64'), { maxOutputLength: MAX_DOCUMENTS_BYTES });
    value = JSON.parse(bytes.toString('utf8'));
  } catch (error) {
    throw new Error(notAJob(`documents: ${(error as Error).message}`));
  }
  const packed: readonly Packed[] = checked(packedDocuments, value, 'documents');
  return packed.map(({ content, ...document }) => {
    if (!('pending' in content)) return { ...document, content };
    return { ...document, content: { pending: { ...content.pending, bytes: Buffer.from(content.base64, 'base64') } } };
  });
}

/** Two jobs instead of one; of a job with two documents at least. */
export function halve({ shard: { index, of }, asked, documents }: JobData): [JobData, JobData] {
  const all = unpack(documents);
  const middle = Math.ceil(all.length / 2);
  return [
    { shard: { index: 2 * index - 1, of: 2 * of }, asked, documents: pack(all.slice(0, middle)) },
    { shard: { index: 2 * index, of: 2 * of }, asked, documents: pack(all.slice(middle)) },
  ];
}
