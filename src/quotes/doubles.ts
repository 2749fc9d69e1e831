/** Quotations in double marks: straight, curly, low, guillemets, two apostrophes, two backticks. */
import { lastStartingAt, type Span } from '../document.ts';
import type { Mark } from './marks.ts';
import { endBeforeSaid, isSaidAt } from './said.ts';

/** A quotation within one paragraph. */
export interface Marked extends Span {
  /** False where no closing mark stands in the paragraph. */
  readonly closed: boolean;
  /** The opening mark as written. */
  readonly mark: string;
}

const OPENING = new Set(['“', '„', '‟', '«', '``', '‘‘']);
const CLOSING = new Set(['”', '»', '’’']);

/** `6'2"`, `5’10”`: feet and inches. */
const HEIGHT = /\d['’′]\s?\d{1,2}$/u;
/** What may stand before an opening mark, and after a closing one. */
const BEFORE_OPENING = /[\s([{<—–―/‘'-]/u;
const AFTER_CLOSING = /[\s)\]}>—–―/.,;:!?…’'-]/u;

/**
 * Pairs the double marks of one paragraph.
 *
 * A mark whose shape says less than its place (a straight one, or a curly one typed the wrong way round) opens or closes
 * by the characters beside it, and by whether a quotation is open where these do not tell. A quotation that another one
 * follows before it is closed ends before the words that say who speaks ("..., she said"), without such words where the other
 * one begins; so does the last open one, or with the paragraph, as always where it goes on in the next. A closing mark that
 * nothing opened closes its sentence, where such words follow.
 *
 * @param marks the double marks of the paragraph, in order
 * @param paragraph its bounds, in UTF-16 code units
 * @param sentences of the whole text, sorted
 * @param next what stands at the start of the next paragraph
 */
export function findDoubles(
  text: string,
  marks: readonly Mark[],
  { start, end }: Span,
  sentences: readonly Span[],
  next: string,
): Marked[] {
  const found: Marked[] = [];
  const open: { start: number; mark: string }[] = [];
  for (const { at, mark } of marks) {
    const after = at + mark.length;
    if (opens(text, at, after, mark, open.length > 0, start, end)) {
      open.push({ start: at, mark });
    } else if (open.length > 0 && !HEIGHT.test(text.slice(Math.max(start, at - 8), at))) {
      const opening = open.pop()!;
      found.push({ start: opening.start, end: after, closed: true, mark: opening.mark });
    } else if (open.length === 0 && /[,.?!]/u.test(text[at - 1] ?? '') && isSaidAt(text, after + 1)) {
      let from = Math.max(sentences[lastStartingAt(sentences, at)]!.start, found.at(-1)?.end ?? start);
      while (/\s/u.test(text[from]!)) from += 1;
      if (from < at - 1) found.push({ start: from, end: after, closed: true, mark });
    }
  }
  return [...found, ...bounded(text, open, found, end, next)].sort((a, b) => a.start - b.start);
}

function opens(
  text: string,
  at: number,
  after: number,
  mark: string,
  isOpen: boolean,
  start: number,
  end: number,
): boolean {
  const free = at === start || BEFORE_OPENING.test(text[at - 1]!);
  const followed = after < end && !/\s/u.test(text[after]!);
  const closesHere = after >= end || AFTER_CLOSING.test(text[after]!);
  if (OPENING.has(mark)) return !(isOpen && !free && closesHere);
  if (CLOSING.has(mark)) return !isOpen && free && followed;
  if (!free) return false;
  // `"We left, "she said.`: the space stands on the wrong side.
  if (isOpen && /[,.?!]\s$/u.test(text.slice(Math.max(start, at - 2), at)) && isSaidAt(text, after)) return false;
  if (!followed) return !isOpen && at === start;
  // Between a dash and a full stop either is possible: a quotation that is open closes first.
  return !(isOpen && closesHere && at > start && !/\s/u.test(text[at - 1]!));
}

/** The quotations left open, each ended before the next quotation or with the paragraph. */
function bounded(
  text: string,
  open: readonly { start: number; mark: string }[],
  found: readonly Marked[],
  end: number,
  following: string,
): Marked[] {
  if (open.length === 0) return [];
  const starts = Int32Array.from([...open, ...found], ({ start }) => start).sort();
  const quotes: Marked[] = [];
  let next = 0;
  for (const { start, mark } of open) {
    while (next < starts.length && starts[next]! <= start) next += 1;
    const goesOn = starts[next] === undefined && following.startsWith(mark);
    let bound = starts[next] ?? end;
    const said = goesOn ? -1 : endBeforeSaid(text, start, bound);
    if (said > start + mark.length) bound = said;
    while (bound > start && /\s/u.test(text[bound - 1]!)) bound -= 1;
    if (bound > start + mark.length) quotes.push({ start, end: bound, closed: false, mark });
  }
  return quotes;
}
