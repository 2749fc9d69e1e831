/** Whether a claim was said, written, reported or shown, or is only what somebody thinks, wishes or does. */
import type { Claim, Link } from '../document.ts';
import { loadWords } from '../lexicon.ts';

let silent: ReadonlySet<string> | undefined;

/**
 * True for what the article says itself, and for words in quotation marks: somebody uttered them, whatever the cue.
 *
 * @param link the first link of the attribution; null is the article's own voice
 */
export function isStatement(quotation: Claim['quotation'], link: Link | null): boolean {
  if (link === null || quotation === 'direct' || quotation === 'mixed') return true;
  silent ??= loadWords(new URL('./silent-cues.tsv', import.meta.url));
  return link.lemma === null || !silent.has(link.lemma);
}
