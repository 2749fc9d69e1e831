/** The results of a run, as a command line names them. */

import { statSync } from 'node:fs';
import { EXIT, Failure } from '../failure.ts';
import { findResults, type Results } from '../results/index.ts';
import { notesOn } from '../results/there.ts';
import { complain } from '../terminal.ts';

/**
 * Says so where some articles are out of date, or the run was not finished.
 *
 * @throws Failure where nothing is there that `extract` wrote
 */
export function resultsOf(place: string): Results {
  try {
    const results = findResults(place);
    const notes = statSync(place).isDirectory() ? notesOn(place, results.kind) : [];
    for (const note of notes) complain(`${place}: ${note}`);
    return results;
  } catch (error) {
    throw new Failure(`${place} ${(error as Error).message}`, EXIT.noInput);
  }
}
