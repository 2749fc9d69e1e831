/** A job's documents into the output folder of their part. */
import { join } from 'node:path';
import type { Document } from '../batch/documents.ts';
import type { Done } from '../batch/done.ts';
import type { Limits, Runner } from '../batch/pool.ts';
import { runInto } from '../batch/run.ts';
import { complain } from '../cli/terminal.ts';
import { folderOf, type JobData, unpack } from './job.ts';

export interface Task extends Limits {
  readonly job: JobData;
  /** The folder that holds the parts. */
  readonly out: string;
  /** How many documents are under way at once. */
  readonly threads: number;
}

/** What became of a job's documents. */
export interface Worked {
  readonly documents: number;
  readonly failed: number;
}

/**
 * Does what an earlier attempt has not done. Says what fails, as every run does.
 *
 * @throws Failure where the folder cannot be written or another process writes there
 */
export async function runPart({ job, out, threads, timeout, maxMemory }: Task, runner: Runner): Promise<Worked> {
  const documents = unpack(job.documents);
  const inputs = documents.flatMap(({ content }) => ('file' in content ? [content.file] : []));
  let failed = 0;
  await runInto(
    join(out, folderOf(job.shard)),
    inputs,
    {
      ...job.asked,
      documents,
      runner,
      shard: job.shard,
      force: false,
      jobs: threads,
      timeout,
      maxMemory,
      signal: new AbortController().signal,
    },
    ({ place, id, renamed }, { status, reason, counts }) => {
      if (counts === null) complain(`${place} ${reason}`);
      else if (renamed !== null) complain(`${place} has the id "${renamed}" again; written as "${id}"`);
      if (status === 'failed') failed += 1;
    },
  );
  return { documents: documents.length, failed };
}

/** Stands in for those that ended with the document: it fails for this reason, and nobody reads it again. */
export function buryWith(reason: string): Runner {
  const failed: Done = { status: 'failed', reason, empty: false, stopped: true, sha256: null, milliseconds: 0 };
  return { run: async (documents: readonly Document[]) => documents.map(() => failed), close: async () => {} };
}
