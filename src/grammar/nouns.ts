/** Noun phrases read flat from the tags: the source before or after a cue, the one who is spoken to. */

import { afterTime, beforeTime } from './adjuncts.ts';
import { isFiniteVerb, isNoun, isVerb, type Stretch, type TokenContext } from './context.ts';

const NOMINAL = new Set([
  'NN',
  'NNS',
  'NNP',
  'NNPS',
  'CD',
  'JJ',
  'JJR',
  'JJS',
  'PRP$',
  'DT',
  'PDT',
  'POS',
  'HYPH',
  '$',
  'FW',
  'SYM',
  'ADD',
  'AFX',
  'LS',
]);
/** Prepositions that tie a phrase to the noun before it. */
const TIES = new Set(
  'of for in at from with on to against near by between among under over about into across within than around behind'.split(
    ' ',
  ),
);
/** After a past form these show that it is a participle: "a farmer accused of", "a witness interviewed by". */
const REDUCED = new Set(['of', 'by']);
const NEGATION = new Set(['not', "n't", 'n’t', 'never', 'no']);
const WHO = new Set(['who', 'which', 'that']);
/** Longest noun phrase considered, in words: a guard against walking through a list of names. */
const MAX_PHRASE_WORDS = 60;
/** Relative clauses that say why a name is missing belong to the source; others do not. */
const UNNAMED = /\b(?:anonymous|anonymity|anonymously|named|identified|named|name|identity)\b/iu;

/** Whether the word can stand in a noun phrase: by its tag, within a name, or a slash before such a word. */
export function isNominal(context: TokenContext, w: number): boolean {
  return (
    NOMINAL.has(context.tag(w)) || inName(context, w) || (context.lower(w) === '/' && NOMINAL.has(context.tag(w + 1)))
  );
}

/** Inside a proper name, whatever its tag: "Interfax", "Agerpres". */
function inName(context: TokenContext, w: number): boolean {
  return context.isNamed(w) && /^\p{Lu}/u.test(context.words.forms[w]!);
}

/** What stands before a cue: the source, and the first word of all that belongs to it. */
export interface Before {
  readonly source: Stretch;
  /** The source was reached through "who" or "which". */
  readonly relative: boolean;
}

/**
 * The noun phrase that ends before word `end`, times and asides between them left out.
 *
 * @param from the first word that may belong to it
 */
export function sourceBefore(context: TokenContext, end: number, from: number): Before | null {
  let at = backOverAdverbs(context, end, from);
  const who = context.lower(at - 1);
  if (at - 1 > from && WHO.has(who) && ['WP', 'WDT', 'IN'].includes(context.tag(at - 1))) {
    const stop = context.lower(at - 2) === ',' ? at - 2 : at - 1;
    if (who === 'that' && !isNoun(context.tag(stop - 1))) return null;
    const core = corePhrase(context, stop, from);
    return core && { source: core, relative: true };
  }
  const time = beforeTime(context, at, from);
  if (time < at) {
    const comma = context.lower(time - 1) === ',' && context.lower(at) === ',' ? time - 1 : time;
    const core = corePhrase(context, backOverAdverbs(context, comma, from), from);
    if (core) return { source: core, relative: false };
  }
  if (context.lower(at - 1) !== ',' && context.lower(at - 1) !== '--') {
    const core = corePhrase(context, at, from);
    const inside = core === null || (core.from > from && isVerb(context.tag(core.from - 1)));
    const whole = inside ? throughRelative(context, at, from) : null;
    const source = whole ?? (core && withName(context, core, from));
    return source && { source, relative: false };
  }
  at -= 1;
  for (let open = at - 1; open > from && at - open < MAX_PHRASE_WORDS; open -= 1) {
    if (context.lower(open) === '"' || context.lower(open) === '”') return null;
    if (context.lower(open) !== ',' && context.lower(open) !== '--') continue;
    const core = corePhrase(context, backOverAdverbs(context, open, from), from);
    if (!core) continue;
    const source = withName(context, core, from);
    return { source: belongs(context, open + 1, at) ? { from: source.from, to: at } : source, relative: false };
  }
  return null;
}

/** "the official who robbed the bank", "the official, who declined to be named": with the clause that ends before `end`. */
function throughRelative(context: TokenContext, end: number, from: number): Stretch | null {
  for (let who = end - 2; who > from && who > end - 14; who -= 1) {
    if (context.lower(who) === ',' || context.quoteOf(who) >= 0) return null;
    if (context.tag(who) !== 'WP') continue;
    const comma = context.lower(who - 1) === ',';
    if (comma && !UNNAMED.test(textOf(context, who, end))) return null;
    const core = corePhrase(context, comma ? who - 1 : who, from);
    return core && { from: core.from, to: end };
  }
  return null;
}

/** Whether an aside between commas names the source further: an apposition, or why the name is missing. */
function belongs(context: TokenContext, from: number, to: number): boolean {
  const tag = context.tag(from);
  if (tag === 'WP' || tag === 'WDT' || context.lower(from) === 'who') return UNNAMED.test(textOf(context, from, to));
  if (tag === 'VBN' || tag === 'IN' || tag === 'RB' || tag === 'CC' || isVerb(tag)) return false;
  for (let w = from; w < to; w += 1)
    if (isFiniteVerb(context.tag(w)) && !context.lower(w - 1).startsWith('wh')) return false;
  return to > from;
}

/** "Tang Shubei, vice chairman of the board": from a role after a comma back to its name. */
function withName(context: TokenContext, core: Stretch, from: number): Stretch {
  const first = context.lower(core.from);
  if (core.from - 2 < from || context.lower(core.from - 1) !== ',') return core;
  const role = first === 'a' || first === 'an' || first === 'the' || context.tag(core.from) === 'NN';
  if (!role || !context.tag(core.from - 2).startsWith('NNP')) return core;
  const name = corePhrase(context, core.from - 1, from);
  const before = name ? context.lower(name.from - 1) : '';
  return name && (name.from === from || before === ',' || before === 'that') && context.tag(name.from).startsWith('NNP')
    ? { from: name.from, to: core.to }
    : core;
}

function backOverAdverbs(context: TokenContext, end: number, from: number): number {
  let at = end;
  while (at > from && context.tag(at - 1) === 'RB' && !NEGATION.has(context.lower(at - 1))) at -= 1;
  return at;
}

/** The noun phrase whose last word is right before `end`; null where a clause or a preposition owns it. */
function corePhrase(context: TokenContext, end: number, from: number): Stretch | null {
  let at = end;
  let joined = -1;
  while (at > from && end - at < MAX_PHRASE_WORDS) {
    const w = at - 1;
    const tag = context.tag(w);
    const lower = context.lower(w);
    if (tag === 'PRP' || tag === 'EX') {
      if (at === end && tag === 'PRP') return { from: w, to: end };
      break;
    }
    const opened = at < end && (context.tag(at) === 'DT' || context.tag(at) === 'PRP$');
    if (opened && isNoun(tag)) break;
    if (isNominal(context, w) || lower === '&') at = w;
    else if (tag === '-RRB-') {
      let open = w;
      while (open > from && context.tag(open) !== '-LRB-') open -= 1;
      at = open;
    } else if (tag === "''" && nicknamed(context, w, from) >= 0) at = nicknamed(context, w, from);
    else if (at === end) break;
    else if ((tag === 'IN' || tag === 'TO') && TIES.has(lower) && takesPreposition(context, w - 1)) at = w;
    else if ((tag === 'VBN' || tag === 'VBG' || tag === 'RB' || tag === 'VBD') && modifies(context, w)) at = w;
    else if (tag === 'CC' && isPhraseEnd(context, w - 1) && w > from) {
      if (joined < 0) joined = at;
      at = w;
    } else if (lower === ',' && joined >= 0 && isPhraseEnd(context, w - 1)) {
      joined = at;
      at = w;
    } else break;
  }
  if (at > from && joined >= 0 && isVerb(context.tag(at - 1))) at = joined;
  const owner = at > from ? context.lower(at - 1) : '';
  if (at > from && at < end && TIES.has(owner) && context.tag(at - 1) === 'IN' && owner !== 'as') return null;
  while (at < end && (context.tag(at) === 'CC' || context.tag(at) === 'RB' || context.lower(at) === ',')) at += 1;
  return at < end && hasHead(context, at, end) ? { from: at, to: end } : null;
}

/** The opening mark of a nickname that closes at `w`: at most three words; or -1. */
function nicknamed(context: TokenContext, w: number, from: number): number {
  for (let open = w - 2; open > from && open >= w - 4; open -= 1) if (context.tag(open) === '``') return open;
  return -1;
}

/** A noun, or a participle after one: "a witness interviewed by". */
function takesPreposition(context: TokenContext, w: number): boolean {
  const tag = context.tag(w);
  return isPhraseEnd(context, w) || ((tag === 'VBN' || tag === 'VBD') && modifies(context, w));
}

function isPhraseEnd(context: TokenContext, w: number): boolean {
  const tag = context.tag(w);
  return (
    isNoun(tag) || tag === '-RRB-' || tag === "''" || tag === 'CD' || tag === 'DT' || tag === 'JJ' || tag === 'POS'
  );
}

/** A participle or adverb inside a noun phrase: before its noun, or after it with its own complement. */
function modifies(context: TokenContext, w: number): boolean {
  const next = context.tag(w + 1);
  const before = context.tag(w - 1);
  if (context.lower(w - 1) === 'as') return false;
  if (context.tag(w) === 'RB') return next === 'JJ' || next === 'VBN' || next === 'CD' || next === 'VBG';
  if (context.tag(w) === 'VBD') return REDUCED.has(context.lower(w + 1)) && isPhraseEnd(context, w - 1);
  if (isNoun(next) || next === 'JJ' || next === 'HYPH') return !isVerb(before) && before !== 'TO' && before !== ',';
  return (next === 'IN' || next === 'TO' || next === 'DT') && isPhraseEnd(context, w - 1);
}

function hasHead(context: TokenContext, from: number, to: number): boolean {
  for (let w = from; w < to; w += 1) {
    const tag = context.tag(w);
    if (isNoun(tag) || tag === 'CD' || tag === 'PRP' || inName(context, w)) return true;
  }
  const bare = to - from === 1 || (to - from === 2 && context.tag(from) === 'DT');
  return bare && (context.tag(to - 1) === 'DT' || context.tag(to - 1) === 'JJ');
}

/** The noun phrase that starts at `w`, with its appositions: "said Smith, a spokesman for the council". */
export function sourceAfter(context: TokenContext, w: number, to: number): Stretch | null {
  let end = phraseAfter(context, w, to);
  if (end === w) return null;
  while (context.lower(end) === ',' || context.lower(end) === 'who') {
    const start = context.lower(end) === ',' ? end + 1 : end;
    let stop = start;
    while (stop < to && !',.;:"”'.includes(context.lower(stop))) stop += 1;
    if (!belongs(context, start, stop) || afterTime(context, start, to) > start || stop - start > 20) break;
    if (!isNominal(context, start) && !WHO.has(context.lower(start)) && context.tag(start) !== 'WP') break;
    end = stop;
  }
  if (context.tag(end) === 'PRP' && isFiniteVerb(context.tag(end + 1))) {
    while (end < to && !/^[,.;]$/u.test(context.lower(end))) end += 1;
  }
  return hasHead(context, w, end) ? { from: w, to: end } : null;
}

/** One past the noun phrase that starts at `w`: base phrases joined by "of", "for", "and" and their kind; or `w`. */
export function phraseAfter(context: TokenContext, w: number, to: number): number {
  let end = basePhrase(context, w, to);
  while (end > w && end < to) {
    const lower = context.lower(end);
    const ties = TIES.has(lower) && afterTime(context, end, to) === end;
    const modified = (context.tag(end) === 'VBN' || context.tag(end) === 'VBG') && TIES.has(context.lower(end + 1));
    if (context.tag(end) === '-LRB-') {
      let close = end;
      while (close < to && context.tag(close) !== '-RRB-') close += 1;
      end = Math.min(to, close + 1);
      continue;
    }
    const start = modified ? end + 2 : ties || lower === 'and' || lower === 'or' || lower === '&' ? end + 1 : -1;
    const next = start < 0 ? start : basePhrase(context, start, to);
    if (next <= start || (lower === 'and' && isFiniteVerb(context.tag(next)))) break;
    end = next;
  }
  return end;
}

/** One past the base noun phrase (no prepositions) that starts at `w`, or `w`. */
export function basePhrase(context: TokenContext, w: number, to: number): number {
  if (w >= to) return w;
  if (context.tag(w) === 'PRP') return w + 1;
  let at = w;
  let noun = false;
  for (; at < to; at += 1) {
    const tag = context.tag(at);
    const before = context.tag(at - 1);
    if (at > w) {
      if ((tag === 'DT' || tag === 'PRP$' || tag === 'PDT') && before !== 'POS' && before !== 'PDT') break;
      if (tag === 'CD' && noun && before !== 'DT' && !before.startsWith('NNP')) break;
      if (afterTime(context, at, to) > at && noun && tag !== 'CD') break;
    }
    if (isNominal(context, at)) noun ||= isNoun(tag) || tag === 'CD' || tag === 'DT' || tag === 'JJ';
    else if (!isModifier(context, at, noun)) break;
  }
  return noun ? at : w;
}

/** A participle or adverb before the noun of its phrase: "the failing mill", "the conservative-leaning foundation". */
function isModifier(context: TokenContext, w: number, noun: boolean): boolean {
  const tag = context.tag(w);
  if (tag !== 'VBN' && tag !== 'VBG' && tag !== 'RB') return false;
  return (!noun || context.tag(w - 1) === 'HYPH') && isNominal(context, w + 1);
}

/** @returns the article's text from word `from` to word `to - 1`; empty for an empty stretch */
export function textOf(context: TokenContext, from: number, to: number): string {
  return to > from ? context.article.text.slice(context.words.starts[from], context.words.ends[to - 1]) : '';
}
