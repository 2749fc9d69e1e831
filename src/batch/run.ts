/**
 * Runs into an output folder, or does a part of a run: for the command line, and for those who distribute work to many
 * machines.
 */
import type { Input } from '../read/index.ts';
import type { FormatName } from '../write/formats.ts';
import type { Label } from './documents.ts';
import type { Entry } from './entry.ts';
import { openFolder } from './folder.ts';
import { type BatchOptions, runBatch } from './index.ts';
import { fingerprint } from './ledger.ts';
import type { Leftovers } from './leftovers.ts';
import type { DocumentResult } from './result.ts';
import { type Shard, shardName } from './shard.ts';

export interface RunOptions extends Omit<BatchOptions, 'formats' | 'folder' | 'known'> {
  readonly formats: readonly FormatName[];
  /** Only this part of the documents, or what `documents` says to be it; null for all. */
  readonly shard: Shard | null;
  /** Does again what is done. */
  readonly force: boolean;
  /** Takes away what earlier runs left in the folder and this one did not write again. */
  readonly prune?: boolean;
}

/**
 * Does those documents of the inputs that are not done yet, and leaves `out` as if all had been done at once.
 *
 * @param report gets each document in order, with what the ledger says of it and what was done for it now
 * @returns what stays in the folder though this run did not write it
 * @throws Failure where the folder cannot be written or another run writes there
 */
export async function runInto(
  out: string,
  inputs: readonly Input[],
  options: RunOptions,
  report: (document: Label, entry: Entry, done: DocumentResult) => void,
): Promise<Leftovers> {
  const { formats, shard, force, prune = false } = options;
  const folder = openFolder(out, { formats, inputs, options: asked(options), shard: shardName(shard), force, prune });
  try {
    await runBatch(
      inputs,
      { ...options, folder: true, known: (document) => folder.known(document) },
      async ({ document, done }) => report(document, await folder.take(document, done), done),
    );
    return await folder.finish(!options.signal.aborted);
  } finally {
    folder.close();
  }
}

/** The options that change the output: with other values all documents are done again. */
function asked(options: RunOptions) {
  const {
    published = null,
    from = null,
    minConfidence = null,
    includeText,
    anyLanguage = false,
    captions = false,
    corrections = [],
    statements = false,
  } = options;
  const all = { published, from, minConfidence, includeText, anyLanguage, captions, statements };
  return corrections.length === 0 ? all : { ...all, corrections: fingerprint({ corrections }) };
}
