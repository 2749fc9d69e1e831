/** `accordingto diff`. */
import { once } from 'node:events';
import type { Field } from '../diff/fields.ts';
import { diffRuns } from '../diff/index.ts';
import { printDifferences } from '../diff/print.ts';
import type { PrintFormat } from '../diff/print-formats.ts';
import { EXIT, Failure } from '../failure.ts';
import { ReadError } from '../read/error.ts';
import { readClaims } from '../results/claims.ts';
import { resultsOf } from './results.ts';

export interface DiffOptions {
  readonly format: PrintFormat;
  readonly ignore?: readonly Field[];
}

/** @returns the exit code: 0 where the runs are equal, 1 where they differ */
export async function runDiff([first, second]: string[], { format, ignore = [] }: DiffOptions): Promise<number> {
  const [before, after] = [first!, second!].map((place) => readClaims(resultsOf(place)));
  let equal = true;
  const differences = (async function* () {
    for await (const article of diffRuns(before!, after!, new Set(ignore))) {
      equal = false;
      yield article;
    }
  })();
  try {
    for await (const piece of printDifferences(differences, format)) {
      if (!process.stdout.write(piece)) await once(process.stdout, 'drain');
    }
  } catch (error) {
    if (error instanceof ReadError) throw new Failure(error.message, EXIT.noInput);
    throw error;
  }
  return equal ? 0 : EXIT.failed;
}
