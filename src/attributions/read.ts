/** Runs the constructs over a sentence and over the contents they find in it. */
import { contains, overlaps, type Span, wordAt } from '../document.ts';
import type { Candidate } from './candidate.ts';
import { readings } from './constructs/construct.ts';
import { constructs } from './constructs/index.ts';
import { quoteLevel } from './constructs/statement.ts';
import type { Page, Stretch } from './page.ts';
import { isOpeningMark } from './phrases/contents.ts';

/** Attributions inside attributions: deeper ones are not read. */
const DEEPEST = 3;
/** Inside a content, a construct less sure than this is heard only where it opens the content. */
const SURE = 0.85;

/**
 * All readings of one sentence by the constructs, those nested in the contents of others included.
 *
 * @param accepted candidates of this sentence that are settled already; what they hold is read, what they deny is not
 * @returns the accepted ones and the new ones
 */
export function readSentence(page: Page, sentence: number, accepted: readonly Candidate[] = []): Candidate[] {
  const { first } = page.words;
  const stretch = { from: first[sentence]!, to: first[sentence + 1]! };
  const settled = [...accepted];
  if (stretch.to > stretch.from && quoteLevel(page, stretch) < 0) {
    readStretch(page, stretch, settled, accepted);
    deepen(page, [...settled], settled, 1);
  }
  return settled;
}

/**
 * Adds the readings of one stretch that do not rival an earlier one; returns those added.
 *
 * @param level what is settled at the level of this stretch: readings inside its contents wait
 */
function readStretch(
  page: Page,
  stretch: Stretch,
  settled: Candidate[],
  level: readonly Candidate[],
  nested = false,
): Candidate[] {
  const added: Candidate[] = [];
  for (const candidate of proposals(page, stretch)) {
    if (nested && candidate.confidence < SURE && !opens(page, stretch, candidate)) continue;
    const companion = candidate.passedOnBy !== null;
    if (settled.some((other) => rivals(page, other, candidate))) continue;
    // At its own level a candidate inside the content of one added before waits until that content is read.
    const waits = (other: Candidate) => inContent(page, other, candidate);
    if (!companion && (level.some(waits) || added.some(waits))) continue;
    if (companion && !settled.some((other) => other.anchor === candidate.passedOnBy)) continue;
    settled.push(candidate);
    added.push(candidate);
  }
  return added;
}

/** What all constructs propose for a stretch; kept, for most are read again once the models have chosen. */
function proposals(page: Page, stretch: Stretch): readonly Candidate[] {
  const known = page.kept.proposals;
  const key = stretch.from * (page.words.count + 1) + stretch.to;
  let found = known.get(key);
  if (found === undefined) {
    found = readings(page, stretch, constructs);
    known.set(key, found);
  }
  return found;
}

/** Reads the contents of the candidates in turn, level by level. */
function deepen(page: Page, outer: readonly Candidate[], settled: Candidate[], depth: number): void {
  if (depth > DEEPEST) return;
  for (const candidate of outer) {
    const pieces = candidate.content.map(({ start, end }) => ({
      from: wordAt(page.words, start),
      to: wordAt(page.words, end - 1) + 1,
    }));
    let added = pieces.flatMap((piece) => readStretch(page, piece, settled, [], true));
    if (added.length === 0 && pieces.length > 1) {
      added = readStretch(page, { from: pieces[0]!.from, to: pieces.at(-1)!.to }, settled, [], true);
    }
    deepen(page, added, settled, depth + 1);
  }
}

/** Whether the reading starts where the stretch does. */
function opens(page: Page, { from }: Stretch, { source, cue, content }: Candidate): boolean {
  const first = page.lower(from) === 'that' || isOpeningMark(page, from) ? from + 1 : from;
  const start = page.words.starts[first]!;
  return Math.min(source?.start ?? cue.start, cue.start, content[0]!.start) <= start;
}

/** One cue has one reading; and of two that each claim to hold the other, the earlier stays. */
function rivals(page: Page, settled: Candidate, candidate: Candidate): boolean {
  if (settled.anchor === candidate.anchor || overlaps(settled.cue, candidate.cue)) return true;
  if (settled.source && contains(settled.source, candidate.cue)) return true;
  return inContent(page, settled, candidate) && inContent(page, candidate, settled);
}

function inContent(page: Page, outer: Candidate, inner: Candidate): boolean {
  const anchor: Span = { start: page.words.starts[inner.anchor]!, end: page.words.ends[inner.anchor]! };
  return outer.content.some((piece) => contains(piece, anchor));
}
