/** `accordingto merge`: the parts of a run as one. */
import { samePlace } from '../batch/inputs.ts';
import { mergeParts } from '../batch/merge.ts';
import { EXIT, Failure } from '../failure.ts';
import { tell } from '../terminal.ts';
import { leftoverRows } from './leftovers.ts';
import { Totals } from './totals.ts';

export interface MergeOptions {
  readonly out: string;
  readonly prune?: boolean;
  readonly quiet?: boolean;
}

/** @returns the exit code */
export async function runMerge(parts: string[], { out, prune = false, quiet = false }: MergeOptions): Promise<number> {
  const started = performance.now();
  const same = parts.find((part) => samePlace(part, out));
  if (same !== undefined) throw new Failure(`--out ${out} is one of the parts; choose another folder`, EXIT.usage);
  const totals = new Totals();
  const leftovers = await mergeParts(parts, out, (entry) => totals.addEntry(entry), prune);
  const seconds = (performance.now() - started) / 1000;
  if (!quiet) tell(`${totals.table(seconds)}${leftoverRows(leftovers)}  written to ${out}\n`);
  return 0;
}
