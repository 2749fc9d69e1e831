/**
 * The trained reader: cue, source, content and acceptance, each a small linear model (`attributions.md` has data,
 * command and figures; ../shared/research/attributions.md the experiments that it follows).
 */
import type { Span } from '../../document.ts';
import type { Candidate } from '../candidate.ts';
import type { Page } from '../page.ts';
import { afterAdjuncts } from '../phrases/adjuncts.ts';
import { contentSpan, trimContent } from '../phrases/contents.ts';
import { basePhrase } from '../phrases/nouns.ts';
import { outletIn } from '../phrases/outlet.ts';
import { holds, judge, judgeNested, settle } from './accept.ts';
import { hashText } from './features.ts';
import { takeFloating } from './floating.ts';
import { formOf } from './form.ts';
import { lemmaOf } from './lemma.ts';
import { type Accepted, shareParagraphs } from './paragraphs.ts';
import { type Looks, look, type Proposal, propose } from './propose.ts';
import { neededConfidence, saysSomething } from './strictness.ts';
import { makeView, type View } from './view.ts';
import { type Models, shippedModels } from './weights.ts';

const TOLD = hashText('told');

/** Readings on either side that can hold a nested one. */
const NEAR = 12;
/** Attributions inside attributions: deeper ones are not read. */
const DEEPEST = 3;

/** Readings less sure than this are left out: on cross-fitted training articles whole F1 was best here. */
export const LEAST = 0.33;
/** The same inside the content of another attribution. */
const LEAST_NESTED = 0.64;
/** The same where nothing is said or nobody is named: "they had discussed relations", "he was asked to leave". */
const LEAST_NESTED_DEED = 0.75;
/** What it takes where the statement around it says nothing else: then this is who says it, or nobody is. */
const LEAST_ALONE = 0.15;
/** The words that may stand beside such a report: a comma, an adverb, a day. */
const MOST_BESIDE = 5;

/** All that the models say of one article. */
export interface Trained {
  readonly view: View;
  readonly looks: Looks;
  readonly readings: readonly Proposal[];
  /** By reading: the probability that it is right at the article's own level. */
  readonly probability: Float32Array;
  /** The same for one reading as if inside another content; found when first asked for. */
  readonly nested: (index: number) => number;
}

/** @param constructed what the constructs read in the article */
export function readAll(page: Page, constructed: readonly Candidate[], models: Models): Trained {
  const view = makeView(page, constructed);
  const looks = look(view, models);
  const readings = propose(view, looks, models);
  const nested = new Float32Array(readings.length).fill(-1);
  return {
    view,
    looks,
    readings,
    probability: judge(view, models.cues, models.accept, readings),
    nested: (index) => {
      if (nested[index]! < 0) nested[index] = judgeNested(view, models.cues, models.nested, readings[index]!);
      return nested[index]!;
    },
  };
}

/**
 * The accepted readings of an article, nested ones included.
 *
 * @param constructed what the constructs read in the article: the models weigh it
 * @param least readings with a lower confidence are left out
 * @returns also the words that were read as cues and found too unsure
 */
export function readTrained(
  page: Page,
  constructed: readonly Candidate[],
  least = LEAST,
  models: Models = shippedModels(),
): { candidates: Candidate[]; refused: ReadonlySet<number> } {
  const { view, readings, probability, nested } = readAll(page, constructed, models);
  const bar = (reading: Proposal, sure: number, from: number) =>
    sure >= neededConfidence(view, reading, from) ? sure : 0;
  let level = settle(
    readings,
    probability.map((sure, index) => bar(readings[index]!, sure, least)),
    least,
  );
  const found: Accepted[] = level.map((index) => ({ reading: readings[index]!, confidence: probability[index]! }));
  const taken = new Set(level);
  const strict = Math.max(least, LEAST_NESTED);
  for (let depth = 1; depth < DEEPEST && level.length > 0; depth += 1) {
    const outer = level.map((index) => readings[index]!);
    const inner = insideOf(readings, outer, taken);
    const sure = Float64Array.from(inner, ({ index, reading }) => {
      const named = reading.sourceTo > reading.sourceFrom;
      if (named && outer.some((one) => isNothingBut(one.content, reading))) {
        return nested(index) >= LEAST_ALONE ? Math.max(nested(index), strict) : 0;
      }
      const least = named && saysSomething(view, reading.content) ? strict : Math.max(strict, LEAST_NESTED_DEED);
      return nested(index) >= least ? bar(reading, nested(index), strict) : 0;
    });
    const chosen = settle(
      inner.map(({ reading }) => reading),
      sure.map((one, at) => (one >= strict && waits(inner, sure, strict, at) ? 0 : one)),
      strict,
    );
    level = chosen.map((at) => inner[at]!.index);
    for (const at of chosen) {
      taken.add(inner[at]!.index);
      found.push({ reading: inner[at]!.reading, confidence: nested(inner[at]!.index) });
    }
  }
  shareParagraphs(view, found);
  takeFloating(view, found);
  const covered = wordsCovered(view, found);
  return {
    candidates: found.flatMap(({ reading, confidence }) => toCandidate(page, view, reading, confidence) ?? []),
    refused: new Set(
      readings.flatMap((reading, index) => {
        if (taken.has(index)) return [];
        const inside = covered[reading.anchor] === 1;
        const sure = inside ? bar(reading, nested(index), strict) : bar(reading, probability[index]!, least);
        return sure >= (inside ? strict : least) ? [] : [reading.anchor];
      }),
    ),
  };
}

/** One byte a word: 1 inside the content of a reading. */
function wordsCovered(view: View, found: readonly Accepted[]): Uint8Array {
  const covered = new Uint8Array(view.count);
  for (const { content } of found.map(({ reading }) => reading)) {
    for (let i = 0; i < content.length; i += 2) covered.fill(1, content[i], content[i + 1]);
  }
  return covered;
}

/**
 * The readings whose cue lies in the content of one of `outer`, with their content cut to it. One whose content would
 * then hold its own cue has taken the whole quotation for its own and is left out.
 */
function insideOf(
  readings: readonly Proposal[],
  outer: readonly Proposal[],
  taken: ReadonlySet<number>,
): { index: number; reading: Proposal }[] {
  const found: { index: number; reading: Proposal }[] = [];
  let from = 0;
  for (const [index, reading] of readings.entries()) {
    if (taken.has(index)) continue;
    while (from < outer.length && outer[from]!.content.at(-1)! + 2000 < reading.anchor) from += 1;
    for (let at = from; at < outer.length; at += 1) {
      const { anchor, content } = outer[at]!;
      if (content[0]! > reading.anchor && anchor > reading.anchor) break;
      if (!holds(content, reading.anchor)) continue;
      const named = reading.sourceTo > reading.sourceFrom;
      if (named && !holds(content, reading.sourceFrom)) break;
      const inner = common(reading.content, content);
      if (inner.length > 0 && !holds(inner, reading.anchor))
        found.push({ index, reading: { ...reading, content: inner } });
      break;
    }
  }
  return found;
}

/**
 * Whether a content is a report and no more: "the dam is safe, the mayor said on Monday". Whoever passes that on passes the
 * mayor's statement on.
 */
function isNothingBut(outer: readonly number[], { anchor, content, sourceFrom, sourceTo }: Proposal): boolean {
  if (!holds(outer, anchor) || !holds(outer, sourceFrom) || sourceTo > anchor) return false;
  const rest = wordsIn(outer) - wordsIn(common(content, outer)) - (anchor + 1 - sourceFrom);
  return content[0] === outer[0] && content.at(-1)! <= sourceFrom && rest <= MOST_BESIDE;
}

function wordsIn(content: readonly number[]): number {
  let words = 0;
  for (let i = 0; i < content.length; i += 2) words += content[i + 1]! - content[i]!;
  return words;
}

/** Whether the reading lies in the content of another sure one: that is read first, and this in its content. */
function waits(
  inner: readonly { readonly reading: Proposal }[],
  sure: Float64Array,
  least: number,
  at: number,
): boolean {
  const { anchor, content } = inner[at]!.reading;
  for (let other = Math.max(0, at - NEAR); other < Math.min(inner.length, at + NEAR); other += 1) {
    const { reading } = inner[other]!;
    if (other !== at && sure[other]! >= least && holds(reading.content, anchor) && !holds(content, reading.anchor))
      return true;
  }
  return false;
}

function common(a: readonly number[], b: readonly number[]): number[] {
  const both: number[] = [];
  for (let i = 0; i < a.length; i += 2) {
    for (let j = 0; j < b.length; j += 2) {
      const from = Math.max(a[i]!, b[j]!);
      const to = Math.min(a[i + 1]!, b[j + 1]!);
      if (from < to) both.push(from, to);
    }
  }
  return both;
}

/** The reading in spans; null where nothing but marks is left of its content. */
export function toCandidate(page: Page, view: View, reading: Proposal, confidence: number): Candidate | null {
  const content: Span[] = [];
  const cueTo = cueEnd(page, reading);
  for (let i = 0; i < reading.content.length; i += 2) {
    const from =
      i === 0 && reading.content[0]! < cueTo && reading.content[0]! >= reading.cueTo ? cueTo : reading.content[i]!;
    const piece = trimContent(page, { from, to: reading.content[i + 1]! });
    if (piece) content.push(contentSpan(page, piece));
  }
  if (content.length === 0) return null;
  const named = reading.sourceTo > reading.sourceFrom;
  let sourceTo = reading.sourceTo;
  // "Lindsey, speaking on CNBC,": what somebody does while speaking is not part of who they are.
  for (let w = reading.sourceFrom + 1; w + 1 < sourceTo; w += 1) {
    if (page.lower(w) === ',' && page.tag(w + 1) === 'VBG') sourceTo = w;
  }
  while (sourceTo > reading.sourceFrom + 1 && /^[,;:]$/u.test(page.lower(sourceTo - 1))) sourceTo -= 1;
  return {
    sentence: view.sentence[reading.anchor]!,
    anchor: reading.anchor,
    cue: page.span({ from: reading.cueFrom, to: cueTo }),
    lemma: lemmaOf(page, reading),
    source: named ? page.span({ from: reading.sourceFrom, to: sourceTo }) : null,
    content: joined(content),
    medium: mediumOf(page, view, reading),
    passedOnBy: null,
    by: formOf(view, reading),
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

/** Past the particle or preposition that the lexicon gives the verb: "call for", where nothing else claims it. */
function cueEnd(page: Page, { anchor, cueTo, content, sourceFrom }: Proposal): number {
  const known = page.cues(anchor)[0];
  if (known === undefined || known.end <= cueTo) return cueTo;
  const free = !(sourceFrom >= cueTo && sourceFrom < known.end) && !holds(content, known.end - 1);
  return free || content[0] === known.end - 1 ? known.end : cueTo;
}

/** Sorted and without overlaps: a content that reaches out to its marks can run into the next piece. */
function joined(spans: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const last = out.at(-1);
    if (last && span.start < last.end) out[out.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else out.push(span);
  }
  return out;
}

/** "in a statement" right after cue and source, the "Reuters" of "told Reuters". */
function mediumOf(page: Page, view: View, reading: Proposal): Span | null {
  const end = view.first[view.sentence[reading.anchor]! + 1]!;
  const after = Math.max(reading.cueTo, reading.sourceTo <= reading.cueTo + 12 ? reading.sourceTo : 0);
  const { occasion } = afterAdjuncts(page, after, end);
  if (occasion) return holds(reading.content, occasion.from) ? null : page.span(occasion);
  if (view.form[reading.anchor] !== TOLD) return null;
  const outlet = outletIn(page, { from: reading.cueTo, to: basePhrase(page, reading.cueTo, end) });
  return outlet && !holds(reading.content, outlet.from) ? page.span(outlet) : null;
}
