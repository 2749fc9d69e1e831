/** `accordingto merge`: the parts of a run as one. */
import { samePlace } from '../batch/inputs.ts';
import { mergeParts } from '../batch/merge.ts';
import { EXIT, Failure } from './failure.ts';
import { tell } from './terminal.ts';
import { Totals } from './totals.ts';

export interface MergeOptions {
  readonly out: string;
  readonly quiet?: boolean;
}

/** @returns the exit code */
export async function runMerge(parts: string[], { out, quiet = false }: MergeOptions): Promise<number> {
  const started = performance.now();
  const same = parts.find((part) => samePlace(part, out));
  if (same !== undefined) throw new Failure(`--out ${out} is one of the parts; choose another folder`, EXIT.usage);
  const totals = new Totals();
  await mergeParts(parts, out, (entry) => totals.addEntry(entry));
  if (!quiet) tell(`${totals.table((performance.now() - started) / 1000)}  written to ${out}\n`);
  return 0;
}
