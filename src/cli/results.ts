/** The results of a run, as a command line names them. */

import { EXIT, Failure } from '../failure.ts';
import { findResults, type Results } from '../results/index.ts';

/** @throws Failure where nothing is there that `extract` wrote */
export function resultsOf(place: string): Results {
  try {
    return findResults(place);
  } catch (error) {
    throw new Failure(`${place} ${(error as Error).message}`, EXIT.noInput);
  }
}
