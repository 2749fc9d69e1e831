/** The results of a run, as a command line names them. */

import { statSync } from 'node:fs';
import { EXIT, Failure } from '../failure.ts';
import { findResults, type Results } from '../results/index.ts';
import { outdatedIn } from '../results/there.ts';
import { complain } from '../terminal.ts';

/**
 * Says so where some articles are out of date.
 *
 * @throws Failure where nothing is there that `extract` wrote
 */
export function resultsOf(place: string): Results {
  try {
    const results = findResults(place);
    const outdated = statSync(place).isDirectory() ? outdatedIn(place, results.kind) : null;
    if (outdated !== null) complain(`${place}: ${outdated}`);
    return results;
  } catch (error) {
    throw new Failure(`${place} ${(error as Error).message}`, EXIT.noInput);
  }
}
