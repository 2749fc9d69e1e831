/**
 * The trained reader: cue, source, content and acceptance, each a small linear model (`attributions.md` has data,
 * command and figures; ../shared/research/attributions.md the experiments that it follows).
 */
import type { Attribution, Link, Span } from '../../document.ts';
import { afterAdjuncts, afterTime, beforeTime } from '../../grammar/adjuncts.ts';
import { contentSpan, trimContent } from '../../grammar/contents.ts';
import { isNoun, type Stretch, type TokenContext } from '../../grammar/context.ts';
import type { EncodedDocument } from '../../grammar/encoded.ts';
import { hashText } from '../../grammar/hash.ts';
import { basePhrase } from '../../grammar/nouns.ts';
import { outletIn } from '../../grammar/outlet.ts';
import type { Candidate } from '../candidate.ts';
import type { Nested } from '../chains.ts';
import { readConstructs } from '../constructed.ts';
import { THRESHOLD } from '../thresholds.ts';
import { holds } from './accept.ts';
import { decode } from './decode.ts';
import { formOf, standsOutside } from './form.ts';
import { lemmaOf } from './lemma.ts';
import { mediumOf } from './medium.ts';
import type { Accepted } from './propose.ts';
import { PROPOSER, Reader, type Reading, scoreCues } from './propose.ts';
import type { Models } from './weights.ts';

const TOLD = hashText('told');

/** `construct:NAME` where a construct reads the same or is preferred, else `model:FORM`. */
export function proposerOf(encoded: EncodedDocument, reading: Reading): string {
  return reading.proposer === PROPOSER.models
    ? `model:${formOf(encoded, reading)}`
    : `construct:${encoded.constructed.get(reading.anchor)!.name}`;
}

/**
 * The accepted readings of an article, nested ones included.
 *
 * @param least readings with a lower confidence are left out
 */
export function readTrained(
  context: TokenContext,
  least: number,
  models: Models,
  encoded = readConstructs(context),
): { nested: Nested[]; unattributed: Attribution[] } {
  const reader = new Reader(encoded, scoreCues(encoded, models), models);
  const { accepted, unattributed } = decode(encoded, reader, models, least);
  const known = new Map<Accepted, Nested>();
  const found: Nested[] = [];
  for (const one of accepted) {
    const candidate = toCandidate(context, encoded, one.reading, one.confidence);
    const outer = one.outer === null ? null : (known.get(one.outer) ?? null);
    if (candidate === null) {
      if (outer !== null) known.set(one, outer);
      continue;
    }
    const nested = { candidate, outer };
    known.set(one, nested);
    found.push(nested);
  }
  return { nested: found, unattributed: unattributed.flatMap((pieces) => unattributedQuotation(context, pieces)) };
}

/** A quotation without a source and a cue of its own. */
function unattributedQuotation(context: TokenContext, pieces: readonly number[]): Attribution[] {
  if (context.sentences[context.sentenceOf(pieces[0]!)]!.kind === 'heading') return [];
  const content: Span[] = [];
  for (let i = 0; i < pieces.length; i += 2) {
    const piece = trimContent(context, { from: pieces[i]!, to: pieces[i + 1]! });
    if (piece) content.push(contentSpan(context, piece));
  }
  const links: Link[] = [{ source: null, cue: null, lemma: null, stance: 'states' }];
  return content.length === 0
    ? []
    : [{ content: joined(content), links, medium: null, by: 'model:quotation', confidence: THRESHOLD.standingAlone }];
}

/** The reading in spans; null where nothing but marks is left of its content. */
export function toCandidate(
  context: TokenContext,
  encoded: EncodedDocument,
  reading: Reading,
  confidence: number,
): Candidate | null {
  const content: Span[] = [];
  const cueTo = cueEnd(context, reading);
  const where = placeOf(context, encoded, reading);
  for (let i = 0; i < reading.content.length; i += 2) {
    const from = i === 0 ? startOf(reading, cueTo, where) : reading.content[i]!;
    const piece = trimContent(context, { from, to: reading.content[i + 1]! });
    if (piece) content.push(contentSpan(context, piece));
  }
  if (content.length === 0) return null;
  const constructed = reading.proposer === PROPOSER.models ? undefined : encoded.constructed.get(reading.anchor);
  const named = reading.sourceTo > reading.sourceFrom;
  const { from: sourceFrom, to: sourceTo } = sourceOf(context, reading);
  const inPlace = where !== null && startOf(reading, cueTo, where) >= where.to;
  const read = where && (inPlace || !holds(reading.content, where.from)) ? where : null;
  const sentence = encoded.sentence[reading.anchor]!;
  const place =
    constructed?.medium || read
      ? read
      : mediumOf(
          context,
          { cueFrom: reading.cueFrom, cueTo: reading.cueTo, sourceFrom, sourceTo, content: reading.content },
          { from: encoded.first[sentence]!, to: encoded.first[sentence + 1]! },
        );
  return {
    sentence,
    anchor: reading.anchor,
    cue: context.span({ from: reading.cueFrom, to: cueTo }),
    lemma: constructed?.lemma ?? lemmaOf(context, reading),
    source: named ? context.span({ from: sourceFrom, to: sourceTo }) : null,
    content: joined(content),
    medium: constructed?.medium ?? (place && context.span(place)),
    link: constructed?.link ?? linkOf(encoded, reading),
    by: proposerOf(encoded, reading),
    confidence: Math.round(confidence * 1000) / 1000,
  };
}

/** The words of a source, without what only the reading of the tree has put there. */
function sourceOf(context: TokenContext, reading: Reading): Stretch {
  let from = reading.sourceFrom;
  let to = pastHyphens(context, reading.sourceTo);
  if (to <= from) return { from, to };
  // "Lindsey, speaking on CNBC,": what somebody does while speaking is not part of who they are.
  for (let w = from + 1; w + 1 < to; w += 1) if (context.lower(w) === ',' && context.tag(w + 1) === 'VBG') to = w;
  to = beforeVerb(context, from, to);
  while (to > from + 1 && /^[,;:]$/u.test(context.lower(to - 1))) to -= 1;
  // "Tuesday night police said", "The party Thursday blasted": when somebody spoke is not part of who they are.
  const last = beforeTime(context, to, from);
  if (last > from && !context.isNamed(last) && isNoun(context.tag(last - 1))) to = last;
  const first = context.isNamed(from) ? from : afterTime(context, from, to);
  if (first > from && first < to && !context.isNamed(first - 1)) from = first;
  return withoutMarks(context, { from, to });
}

const AUXILIARIES = new Set("have has had having been be being is are was were ’s ’ve 's 've".split(' '));
const RELATIVES = new Set(['who', 'that', 'which']);

/** The end of a source without a relative clause of which nothing but auxiliaries is there: "workers who have been". */
function beforeVerb(context: TokenContext, from: number, to: number): number {
  let end = to;
  while (end > from + 1 && AUXILIARIES.has(context.lower(end - 1))) end -= 1;
  return end < to && end > from + 1 && RELATIVES.has(context.lower(end - 1)) ? end - 1 : to;
}

const OPENING = /^(?:["“„«‘]|``)$/u;
const CLOSING = /^(?:["”“»’]|'')$/u;

/** Without the marks of a quotation that it is all of, or of which only the first stands in it. */
function withoutMarks(context: TokenContext, source: Stretch): Stretch {
  const { from, to } = source;
  if (to - from < 2 || !OPENING.test(context.lower(from))) return source;
  let close = from + 1;
  while (close < to && !CLOSING.test(context.lower(close))) close += 1;
  if (close < to - 1) return source;
  const end = close > from + 2 && context.lower(close - 1) === ',' ? close - 1 : close;
  return end > from + 1 ? { from: from + 1, to: end } : source;
}

/** The end of the word in which a source ends: "the 24-year-old" is one, though its parts are read apart. */
function pastHyphens({ words }: TokenContext, end: number): number {
  let to = end;
  while (to + 1 < words.count && words.forms[to] === '-' && words.starts[to] === words.ends[to - 1]) {
    if (words.starts[to + 1] !== words.ends[to]) break;
    to += 2;
  }
  return to;
}

/** Past the particle or preposition that the lexicon gives the verb: "call for", where nothing else claims it. */
function cueEnd(context: TokenContext, { anchor, cueTo, content, sourceFrom }: Reading): number {
  const known = context.cues(anchor)[0];
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
function placeOf(context: TokenContext, encoded: EncodedDocument, reading: Reading): Stretch | null {
  const end = encoded.first[encoded.sentence[reading.anchor]! + 1]!;
  const after = Math.max(reading.cueTo, reading.sourceTo <= reading.cueTo + 12 ? reading.sourceTo : 0);
  const { occasion } = afterAdjuncts(context, after, end);
  if (occasion) return occasion;
  if (encoded.form[reading.anchor] !== TOLD) return null;
  return outletIn(context, { from: reading.cueTo, to: basePhrase(context, reading.cueTo, end) });
}

/** Where the content begins: past the cue, and past the place of speaking with which it was read. */
function startOf({ content, cueTo: read }: Reading, cueTo: number, where: Stretch | null): number {
  const from = content[0]! < cueTo && content[0]! >= read ? cueTo : content[0]!;
  return where !== null && from <= where.from && from >= read && where.to < content[1]! ? where.to : from;
}

const INNER = new Set(['citing', 'quoting'].map((word) => hashText(word)));

function linkOf(encoded: EncodedDocument, { anchor }: Reading): Candidate['link'] {
  return standsOutside(encoded, anchor) ? 'outer' : INNER.has(encoded.form[anchor]!) ? 'inner' : 'none';
}
