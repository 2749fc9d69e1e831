/** A document of a run that could not be read: the cheapest there is. */
import type { Document } from '../src/batch/documents.ts';

/**
 * @param at its place in the run
 * @param failed the reason
 */
export const failedDocument = (at: number, failed: string): Document => ({
  place: `${at}`,
  input: `${at}`,
  at,
  id: `${at}`,
  renamed: null,
  stem: `${at}`,
  record: true,
  content: { failed, empty: false },
});
