/** `accordingto enqueue`: a run's documents as jobs of a queue. */
import { resolve } from 'node:path';
import { findInputs } from '../batch/inputs.ts';
import { EXIT, Failure } from '../failure.ts';
import { complain, tell } from '../terminal.ts';
import type { ExtractOptions } from './extract.ts';
import { loadOptional } from './optional.ts';

export interface EnqueueOptions
  extends Pick<
    ExtractOptions,
    'published' | 'from' | 'anyLanguage' | 'captions' | 'minConfidence' | 'includeText' | 'maxSize'
  > {
  readonly redis: string;
  readonly queue: string;
  readonly size: number;
  readonly format?: ExtractOptions['format'];
  readonly quiet?: boolean;
}

/** @returns the exit code */
export async function runEnqueue(paths: string[], options: EnqueueOptions): Promise<number> {
  const { redis: url, queue: name, size, quiet = false, maxSize, format: formats = ['json'], ...more } = options;
  const { published, from, anyLanguage, captions, minConfidence, includeText = false } = more;
  if (paths.includes('-')) {
    throw new Failure('standard input cannot be put into a queue; name files or folders', EXIT.usage);
  }
  const { enqueue } = await loadOptional('bullmq', () => import('../queue/enqueue.ts'));
  const { inputs, missing } = findInputs(paths, null);
  for (const { place, reason } of missing) complain(`${place} ${reason}`);
  if (inputs.length === 0) return EXIT.noInput;
  // Workers may be started anywhere.
  const found = inputs.map((input) => ({ ...input, path: resolve(input.path) }));
  const asked = { published, from, anyLanguage, captions, minConfidence, includeText, maxTextBytes: maxSize, formats };
  const { jobs, documents } = await enqueue({ url, name }, found, asked, size);
  if (!quiet) tell(`  jobs ${jobs}, articles ${documents}; waiting in queue ${name}\n`);
  return missing.length > 0 ? EXIT.failed : 0;
}
