/** A job's documents into the output folder of their part. */
import { realpathSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Document } from '../batch/documents.ts';
import { inside } from '../batch/inside.ts';
import type { Runner } from '../batch/pool.ts';
import type { DocumentResult } from '../batch/result.ts';
import { runInto } from '../batch/run.ts';
import { sizeOf } from '../batch/segments.ts';
import type { Limits } from '../batch/threads.ts';
import { EXIT, Failure } from '../failure.ts';
import { complain } from '../terminal.ts';
import { folderOf, unpack } from './job.ts';
import type { JobData } from './schema.ts';

export interface Task extends Limits {
  readonly job: JobData;
  /** The folder that holds the parts. */
  readonly out: string;
  /** The folder that holds all files which jobs may name: whoever fills the queue reads no others. */
  readonly inputs: string;
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
export async function runPart(task: Task, runner: Runner): Promise<Worked> {
  const { job, out, threads, timeout, maxMemory } = task;
  const documents = unpack(job.documents).map((document) => held(document, task.inputs));
  const inputs = documents.flatMap(({ content }) => ('file' in content ? [content.file] : []));
  let failed = 0;
  const folder = folderOf(job.shard);
  if (sizeOf(out) !== null) {
    throw new Failure(
      `--out ${join(out, folder)} cannot be made: a file stands in the way; choose another folder`,
      EXIT.usage,
    );
  }
  await runInto(
    inside(out, folder),
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

/** The document as it is, unless it is a file that no job may name. */
function held(document: Document, inputs: string): Document {
  if (!('file' in document.content)) return document;
  const { path } = document.content.file;
  const reason = isHeld(path, inputs) ? null : `is outside ${resolve(inputs)}, where the files of jobs are`;
  if (reason === null) return document;
  return { ...document, content: { failed: `${reason}; --inputs names another folder`, empty: false } };
}

/** True for a file below the folder, links resolved, and for what is not there: whoever reads it says so. */
function isHeld(path: string, inputs: string): boolean {
  try {
    const inner = relative(realpathSync(inputs), realpathSync(path));
    return inner !== '..' && !inner.startsWith(`..${sep}`) && resolve(inner) !== inner && statSync(path).isFile();
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' && !relative(resolve(inputs), path).startsWith('..');
  }
}

/** Stands in for those that ended with the document: it fails for this reason, and nobody reads it again. */
export function buryWith(reason: string): Runner {
  const failed: DocumentResult = {
    status: 'failed',
    reason,
    empty: false,
    stopped: 'fault',
    sha256: null,
    milliseconds: 0,
  };
  return { run: async (documents: readonly Document[]) => documents.map(() => failed), close: async () => {} };
}
