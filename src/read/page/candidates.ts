/**
 * Candidates for the article of a page. A reader view takes the largest stretch of text, which on a page with a short
 * article is the consent notice; so each candidate is compared with the title and description of the page.
 */
import type { Metadata } from '../metadata.ts';
import type { Block } from './blocks.ts';
import { fingerprint, isRunning, shingles } from './features.ts';

export interface Candidate {
  readonly name: 'reader view' | 'article element' | 'body in JSON-LD' | 'whole page';
  /** Fingerprints of its blocks. */
  readonly fingerprints: ReadonlySet<string>;
}

/** Class names and elements of what lies over a page or around its article. */
const CONSENT = ['cookie', 'cookies', 'consent', 'gdpr'];
const INVITATIONS = ['newsletter', 'signup', 'subscribe'];
const INVITES = /\b(?:newsletters?|subscri(?:be|ption)|sign up|inbox)\b/i;
const AROUND = ['aside', 'dialog', 'footer', 'form', 'menu', 'nav'];
/** A candidate with at least this share of the words of title and description is taken without comparing the others. */
const ENOUGH_SHARE = 0.34;
/** Another candidate is preferred only where its share is larger by this much. */
const MIN_GAIN = 0.15;

/** True where a block belongs to a notice or an invitation that has nothing to do with the article. */
export const isOverlay = ({ marks, inside, text }: Block): boolean =>
  inside.has('dialog') ||
  CONSENT.some((mark) => marks.has(mark)) ||
  (INVITATIONS.some((mark) => marks.has(mark)) && INVITES.test(text));

/**
 * @param view the blocks that a reader view took, or null where there is none
 * @param body `shingles` of the body in JSON-LD, or null
 * @returns candidates that hold text, in the order of trust
 */
export function listCandidates(
  blocks: readonly Block[],
  view: readonly Block[] | null,
  body: ReadonlySet<string> | null,
): Candidate[] {
  const overlaid = new Set(blocks.filter(isOverlay).map(({ text }) => fingerprint(text)));
  const usable = blocks.filter((block) => !isOverlay(block) && !AROUND.some((name) => block.inside.has(name)));
  const inBody = (block: Block) => body !== null && shingles(block.text).some((gram) => body.has(gram));
  const lists: readonly [Candidate['name'], readonly Block[]][] = [
    ['reader view', (view ?? []).filter(({ text }) => !overlaid.has(fingerprint(text)))],
    ['body in JSON-LD', usable.filter(inBody)],
    ['article element', usable.filter(({ inside }) => inside.has('article') || inside.has('main'))],
    ['whole page', usable],
  ];
  return lists
    .filter(([, list]) => list.length > 0)
    .map(([name, list]) => ({ name, fingerprints: new Set(list.map(({ text }) => fingerprint(text))) }));
}

/**
 * @param candidates in the order of trust
 * @returns the first that fits what the page announces, else the one that fits best
 */
export function chooseCandidate(
  candidates: readonly Candidate[],
  blocks: readonly Block[],
  metadata: Pick<Metadata, 'title' | 'windowTitle' | 'descriptions'>,
): Candidate | null {
  const announced = contentWords([metadata.title, metadata.windowTitle, ...metadata.descriptions].join(' '));
  let best: { readonly candidate: Candidate; readonly fit: number } | null = null;
  for (const candidate of candidates) {
    const text = blocks.filter((block) => isRunning(block) && candidate.fingerprints.has(fingerprint(block.text)));
    const words = contentWords(text.map((block) => block.text).join(' '));
    const shared = [...announced].filter((word) => words.has(word)).length;
    const fit = announced.size === 0 ? 1 : shared / announced.size;
    if (text.length > 0 && fit >= ENOUGH_SHARE && best === null) return candidate;
    if (best === null || fit > best.fit + MIN_GAIN) best = { candidate, fit };
  }
  return best?.candidate ?? null;
}

/** Words of four letters and more, in lower case, without a plural's s. */
function contentWords(text: string): Set<string> {
  return new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.replace(/s$/, '')));
}
