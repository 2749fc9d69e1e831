/** Who declines to comment has said nothing: no attribution. */
import { type Span, slice } from '../document.ts';
import type { Candidate } from './candidate.ts';
import type { Page } from './page.ts';
import { stanceOf } from './stance.ts';

/** What people decline to do when they say nothing. */
export const SILENCE: ReadonlySet<string> = new Set(['answer', 'be', 'comment', 'confirm', 'elaborate', 'respond']);
const FIRST_WORD = /^(?:to\s+)?(?:any\s+|further\s+|immediate\s+)?(\p{L}+)/iu;
const UNABLE = /\b(?:could|can|would|did|do|does)\s*(?:not|n[’']t)\b/iu;
/** Verbs of saying that, negated, leave nothing said; "did not deny" says something. */
const SAYING: ReadonlySet<string> = new Set(['comment', 'confirm', 'elaborate', 'reply', 'respond', 'verify']);

/** "declined to comment", "would not say", "could not confirm the call". */
export function isSilence(page: Page, { lemma, cue, content }: Candidate): boolean {
  const words = slice(page.article, cue);
  const verb = lemma.split(' ')[0]!;
  if (verb === 'decline' || verb === 'refuse') return SILENCE.has(firstWord(page, content));
  return UNABLE.test(words) && SAYING.has(verb) && stanceOf(lemma, words) === 'declines';
}

function firstWord(page: Page, content: readonly Span[]): string {
  return FIRST_WORD.exec(slice(page.article, content[0]!))?.[1]?.toLowerCase() ?? '';
}
