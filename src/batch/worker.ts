/** The program of a worker thread: a few documents, one after the other. */
import type { Document } from './documents.ts';
import type { DocumentResult, WorkOptions } from './result.ts';
import type { Watched } from './threads.ts';

export interface Task extends Watched {
  readonly documents: readonly Document[];
  readonly options: WorkOptions;
}

const loaded = import('./work.ts').then(({ work, warmUp }) => {
  warmUp();
  return work;
});

export default async function run({ documents, options, watch }: Task): Promise<DocumentResult[]> {
  const work = await loaded;
  const done: DocumentResult[] = [];
  for (const [index, document] of documents.entries()) {
    Atomics.store(watch, 0, BigInt(index));
    Atomics.store(watch, 1, process.hrtime.bigint());
    done.push(await work(document, options, null));
  }
  return done;
}
