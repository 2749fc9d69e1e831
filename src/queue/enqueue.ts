/** Makes jobs of a run's documents. */
import { type Document, listDocuments, sizeOf } from '../batch/documents.ts';
import { EXIT, Failure } from '../failure.ts';
import type { Input } from '../read/index.ts';
import { jobOf, pack } from './job.ts';
import { openQueues, type Place } from './redis.ts';
import type { Asked } from './schema.ts';

/** A job's articles have so many characters or bytes at most, but for the last of them: a queue is held in memory. */
const MAX_JOB_SIZE = 16e6;

/** So many jobs are added at once. */
const BATCH_SIZE = 20;

/**
 * Files are named in the jobs and read by the workers; what one file holds many of goes into the jobs as a whole.
 *
 * @param inputs in order, with paths that lead to the files wherever a worker is
 * @param size how many documents a job has
 * @returns how many jobs and documents there are
 * @throws Failure where the server cannot be reached, or where the queue has jobs
 */
export async function enqueue(
  place: Place,
  inputs: readonly Input[],
  asked: Asked,
  size: number,
): Promise<{ jobs: number; documents: number }> {
  const queues = await openQueues(place, EXIT.output);
  try {
    const before = Object.values(await queues.jobs.getJobCounts()).reduce((sum, count) => sum + count, 0);
    if (before > 0) {
      throw new Failure(
        `queue ${place.name} holds the ${before} jobs of a run; accordingto queue clear removes them, --queue names another queue`,
        EXIT.busy,
      );
    }
    let of = 0;
    let documents = 0;
    for await (const part of partsOf(inputs, asked, size)) {
      of += 1;
      documents += part.length;
    }
    let waiting: ReturnType<typeof jobOf>[] = [];
    let index = 0;
    for await (const part of partsOf(inputs, asked, size)) {
      index += 1;
      waiting.push(jobOf({ shard: { index, of }, asked, documents: pack(part) }));
      if (waiting.length < BATCH_SIZE && index < of) continue;
      await Promise.race([queues.lost, queues.jobs.addBulk(waiting)]);
      waiting = [];
    }
    return { jobs: of, documents };
  } finally {
    await queues.close().catch(() => {});
  }
}

/** The documents in the order of the run, so many at a time; the same whenever it is asked for. */
async function* partsOf(inputs: readonly Input[], asked: Asked, size: number): AsyncGenerator<Document[]> {
  let part: Document[] = [];
  let room = 0;
  for await (const document of listDocuments(inputs, asked, {})) {
    part.push(document);
    room += sizeOf(document);
    if (part.length < size && room < MAX_JOB_SIZE) continue;
    yield part;
    part = [];
    room = 0;
  }
  if (part.length > 0) yield part;
}
