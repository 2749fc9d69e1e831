/** What the constructs with a reporting verb share: the verbs of a stretch, each with its source before it. */
import type { Complement, CueWord } from '../cues.ts';
import { isFiniteVerb, isNoun, isVerb, type Page, type Stretch } from '../page.ts';
import { afterAdjuncts } from '../phrases/adjuncts.ts';
import { holdsClause } from '../phrases/clauses.ts';
import { isClosingMark } from '../phrases/contents.ts';
import { type Before, isNominal, sourceBefore } from '../phrases/nouns.ts';
import { type VerbGroup, verbGroup } from '../phrases/verbs.ts';

/** Words in the subject of a clause without "that". */
const LONGEST_SUBJECT = 6;

export interface Statement extends CueWord {
  readonly anchor: number;
  readonly group: VerbGroup;
  readonly source: Stretch;
  /** The source was reached through "who" or "which". */
  readonly relative: boolean;
}

/** The reporting verbs of a stretch whose subject stands before them; verbs inside quotations are left to their source. */
export function statements(
  page: Page,
  stretch: Stretch,
  complements: readonly Complement[],
  options: { readonly passive?: boolean } = {},
): Statement[] {
  const found: Statement[] = [];
  for (const verb of speechVerbs(page, stretch)) {
    const word = wordTaking(verb.words, complements);
    if (!word || word.form === 'ing' || verb.group.passive !== (options.passive ?? false)) continue;
    if (verb.before === undefined) verb.before = sourceBefore(page, verb.group.from, stretch.from);
    const { anchor, before, group } = verb;
    const bare = page.tag(anchor) === 'VBN' && group.from === anchor && page.lower(anchor - 1) !== 'who';
    if (!before || (bare && !isReport(page, before.source, word.end, stretch))) continue;
    const { cue, end, form } = word;
    const { from, negated, passive, unreal } = group;
    const { source, relative } = before;
    found.push({ cue, end, form, anchor, group: { from, to: end, negated, passive, unreal }, source, relative });
  }
  return found;
}

/** The first that takes one of the complements. */
function wordTaking(words: readonly CueWord[], complements: readonly Complement[]): CueWord | undefined {
  for (const word of words) for (const one of complements) if (word.cue.complements.has(one)) return word;
  return undefined;
}

/** A cue verb at the level of its stretch that says something real, whoever its subject. */
interface SpeechVerb {
  readonly anchor: number;
  readonly words: readonly CueWord[];
  readonly group: VerbGroup;
  /** Read when first asked for. */
  before: Before | null | undefined;
}

export interface VerbsOfStretch extends Stretch {
  readonly verbs: readonly SpeechVerb[];
}

/** Those of the last stretch are kept: a dozen constructs ask for the verbs of the same one. */
function speechVerbs(page: Page, stretch: Stretch): readonly SpeechVerb[] {
  const last = page.kept.verbs;
  if (last && last.from === stretch.from && last.to === stretch.to) return last.verbs;
  const verbs: SpeechVerb[] = [];
  const level = quoteLevel(page, stretch);
  for (let anchor = stretch.from; anchor < stretch.to; anchor += 1) {
    const words = page.cues(anchor);
    if (words.length === 0 || page.quoteOf(anchor) !== level) continue;
    if (!isVerb(page.tag(anchor)) && !closesReport(page, anchor, stretch.to)) continue;
    const group = verbGroup(page, anchor, anchor + 1, stretch.from);
    if (group.unreal || (page.tag(anchor) === 'VB' && group.from === anchor)) continue;
    verbs.push({ anchor, words, group, before: undefined });
  }
  page.kept.verbs = { from: stretch.from, to: stretch.to, verbs };
  return verbs;
}

/** ", Agerpres reports." with its verb taken for a plural noun. */
function closesReport(page: Page, w: number, to: number): boolean {
  const name = page.tag(w - 1).startsWith('NNP') && page.tag(w) === 'NNS';
  let from = w - 1;
  while (name && page.tag(from - 1).startsWith('NNP')) from -= 1;
  const close = afterAdjuncts(page, w + 1, to).end;
  return name && page.lower(from - 1) === ',' && (close >= to || page.lower(close) === '.');
}

/** A past form that the tagger took for a participle: the sentence has no other verb, or ends with ", the paper reported". */
function isReport(page: Page, source: Stretch, end: number, stretch: Stretch): boolean {
  if (!holdsClause(page, stretch.from, stretch.to)) return true;
  if (isNoun(page.tag(source.to - 1)) && takesClause(page, end, stretch.to)) return true;
  const before = page.lower(source.from - 1);
  const close = afterAdjuncts(page, end, stretch.to).end;
  return (before === ',' || isClosingMark(page, source.from - 1)) && (close >= stretch.to || page.lower(close) === '.');
}

/** "confirmed | traders would be invited": a passive participle has no subject and verb right after it. */
function takesClause(page: Page, from: number, to: number): boolean {
  let at = from;
  while (at < to && at < from + LONGEST_SUBJECT && isNominal(page, at)) at += 1;
  return at > from && at < to && isFiniteVerb(page.tag(at));
}

/** Every cue verb of a stretch with the quotation it stands in, whatever its subject. */
export function verbsOf(page: Page, { from, to }: Stretch): { w: number; word: CueWord; level: number }[] {
  const found: { w: number; word: CueWord; level: number }[] = [];
  for (let w = from; w < to; w += 1) {
    const word = isVerb(page.tag(w)) ? page.cues(w)[0] : undefined;
    if (word) found.push({ w, word, level: page.quoteOf(w) });
  }
  return found;
}

/** The quotation that a stretch lies in, or -1: only verbs of that level are its own. */
export function quoteLevel(page: Page, stretch: Stretch): number {
  const first = page.quoteOf(stretch.from);
  if (first < 0 || first !== page.quoteOf(stretch.to - 1)) return -1;
  return first;
}
