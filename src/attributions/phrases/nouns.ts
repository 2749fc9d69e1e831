/** Noun phrases read flat from the tags: the source before or after a cue, the one who is spoken to. */
import { isFiniteVerb, isNoun, isVerb, type Page, type Stretch } from '../page.ts';
import { afterTime, beforeTime } from './adjuncts.ts';

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
const LONGEST = 60;
/** Relative clauses that say why a name is missing belong to the source; others do not. */
const UNNAMED = /\b(?:anonymous|anonymity|anonymously|named|identified|named|name|identity)\b/iu;

export function isNominal(page: Page, w: number): boolean {
  return NOMINAL.has(page.tag(w)) || inName(page, w) || (page.lower(w) === '/' && NOMINAL.has(page.tag(w + 1)));
}

/** Inside a proper name, whatever its tag: "Interfax", "Agerpres". */
function inName(page: Page, w: number): boolean {
  return page.isNamed(w) && /^\p{Lu}/u.test(page.words.forms[w]!);
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
export function sourceBefore(page: Page, end: number, from: number): Before | null {
  let at = backOverAdverbs(page, end, from);
  const who = page.lower(at - 1);
  if (at - 1 > from && WHO.has(who) && ['WP', 'WDT', 'IN'].includes(page.tag(at - 1))) {
    const stop = page.lower(at - 2) === ',' ? at - 2 : at - 1;
    if (who === 'that' && !isNoun(page.tag(stop - 1))) return null;
    const core = corePhrase(page, stop, from);
    return core && { source: core, relative: true };
  }
  const time = beforeTime(page, at, from);
  if (time < at) {
    const comma = page.lower(time - 1) === ',' && page.lower(at) === ',' ? time - 1 : time;
    const core = corePhrase(page, backOverAdverbs(page, comma, from), from);
    if (core) return { source: core, relative: false };
  }
  if (page.lower(at - 1) !== ',' && page.lower(at - 1) !== '--') {
    const core = corePhrase(page, at, from);
    const inside = core === null || (core.from > from && isVerb(page.tag(core.from - 1)));
    const whole = inside ? throughRelative(page, at, from) : null;
    const source = whole ?? (core && withName(page, core, from));
    return source && { source, relative: false };
  }
  at -= 1;
  for (let open = at - 1; open > from && at - open < LONGEST; open -= 1) {
    if (page.lower(open) === '"' || page.lower(open) === '”') return null;
    if (page.lower(open) !== ',' && page.lower(open) !== '--') continue;
    const core = corePhrase(page, backOverAdverbs(page, open, from), from);
    if (!core) continue;
    const source = withName(page, core, from);
    return { source: belongs(page, open + 1, at) ? { from: source.from, to: at } : source, relative: false };
  }
  return null;
}

/** "the official who robbed the bank", "the official, who declined to be named": with the clause that ends before `end`. */
function throughRelative(page: Page, end: number, from: number): Stretch | null {
  for (let who = end - 2; who > from && who > end - 14; who -= 1) {
    if (page.lower(who) === ',' || page.quoteOf(who) >= 0) return null;
    if (page.tag(who) !== 'WP') continue;
    const comma = page.lower(who - 1) === ',';
    if (comma && !UNNAMED.test(textOf(page, who, end))) return null;
    const core = corePhrase(page, comma ? who - 1 : who, from);
    return core && { from: core.from, to: end };
  }
  return null;
}

/** Whether an aside between commas names the source further: an apposition, or why the name is missing. */
function belongs(page: Page, from: number, to: number): boolean {
  const tag = page.tag(from);
  if (tag === 'WP' || tag === 'WDT' || page.lower(from) === 'who') return UNNAMED.test(textOf(page, from, to));
  if (tag === 'VBN' || tag === 'IN' || tag === 'RB' || tag === 'CC' || isVerb(tag)) return false;
  for (let w = from; w < to; w += 1) if (isFiniteVerb(page.tag(w)) && !page.lower(w - 1).startsWith('wh')) return false;
  return to > from;
}

/** "Tang Shubei, vice chairman of the board": from a role after a comma back to its name. */
function withName(page: Page, core: Stretch, from: number): Stretch {
  const first = page.lower(core.from);
  if (core.from - 2 < from || page.lower(core.from - 1) !== ',') return core;
  const role = first === 'a' || first === 'an' || first === 'the' || page.tag(core.from) === 'NN';
  if (!role || !page.tag(core.from - 2).startsWith('NNP')) return core;
  const name = corePhrase(page, core.from - 1, from);
  const before = name ? page.lower(name.from - 1) : '';
  return name && (name.from === from || before === ',' || before === 'that') && page.tag(name.from).startsWith('NNP')
    ? { from: name.from, to: core.to }
    : core;
}

function backOverAdverbs(page: Page, end: number, from: number): number {
  let at = end;
  while (at > from && page.tag(at - 1) === 'RB' && !NEGATION.has(page.lower(at - 1))) at -= 1;
  return at;
}

/** The noun phrase that ends before word `end`, wherever it stands in its clause; null where none does. */
export function backToPhrase(page: Page, end: number, from: number): Stretch | null {
  let at = end;
  while (at > from && at > end - LONGEST) {
    const w = at - 1;
    const tag = page.tag(w);
    const tie = (tag === 'IN' || tag === 'TO') && TIES.has(page.lower(w)) && isPhraseEnd(page, w - 1) && at < end;
    if (!isNominal(page, w) && !tie && !((tag === 'VBN' || tag === 'RB') && modifies(page, w))) break;
    at = w;
  }
  while (at < end && (page.tag(at) === 'IN' || page.tag(at) === 'TO' || page.tag(at) === 'RB')) at += 1;
  return at < end && hasHead(page, at, end) ? { from: at, to: end } : null;
}

/** The noun phrase whose last word is right before `end`; null where a clause or a preposition owns it. */
function corePhrase(page: Page, end: number, from: number): Stretch | null {
  let at = end;
  let joined = -1;
  while (at > from && end - at < LONGEST) {
    const w = at - 1;
    const tag = page.tag(w);
    const lower = page.lower(w);
    if (tag === 'PRP' || tag === 'EX') {
      if (at === end && tag === 'PRP') return { from: w, to: end };
      break;
    }
    const opened = at < end && (page.tag(at) === 'DT' || page.tag(at) === 'PRP$');
    if (opened && isNoun(tag)) break;
    if (isNominal(page, w) || lower === '&') at = w;
    else if (tag === '-RRB-') {
      let open = w;
      while (open > from && page.tag(open) !== '-LRB-') open -= 1;
      at = open;
    } else if (tag === "''" && nicknamed(page, w, from) >= 0) at = nicknamed(page, w, from);
    else if (at === end) break;
    else if ((tag === 'IN' || tag === 'TO') && TIES.has(lower) && takesPreposition(page, w - 1)) at = w;
    else if ((tag === 'VBN' || tag === 'VBG' || tag === 'RB' || tag === 'VBD') && modifies(page, w)) at = w;
    else if (tag === 'CC' && isPhraseEnd(page, w - 1) && w > from) {
      if (joined < 0) joined = at;
      at = w;
    } else if (lower === ',' && joined >= 0 && isPhraseEnd(page, w - 1)) {
      joined = at;
      at = w;
    } else break;
  }
  if (at > from && joined >= 0 && isVerb(page.tag(at - 1))) at = joined;
  const owner = at > from ? page.lower(at - 1) : '';
  if (at > from && at < end && TIES.has(owner) && page.tag(at - 1) === 'IN' && owner !== 'as') return null;
  while (at < end && (page.tag(at) === 'CC' || page.tag(at) === 'RB' || page.lower(at) === ',')) at += 1;
  return at < end && hasHead(page, at, end) ? { from: at, to: end } : null;
}

/** The opening mark of a nickname that closes at `w`: at most three words; or -1. */
function nicknamed(page: Page, w: number, from: number): number {
  for (let open = w - 2; open > from && open >= w - 4; open -= 1) if (page.tag(open) === '``') return open;
  return -1;
}

/** A noun, or a participle after one: "a witness interviewed by". */
function takesPreposition(page: Page, w: number): boolean {
  const tag = page.tag(w);
  return isPhraseEnd(page, w) || ((tag === 'VBN' || tag === 'VBD') && modifies(page, w));
}

function isPhraseEnd(page: Page, w: number): boolean {
  const tag = page.tag(w);
  return (
    isNoun(tag) || tag === '-RRB-' || tag === "''" || tag === 'CD' || tag === 'DT' || tag === 'JJ' || tag === 'POS'
  );
}

/** A participle or adverb inside a noun phrase: before its noun, or after it with its own complement. */
function modifies(page: Page, w: number): boolean {
  const next = page.tag(w + 1);
  const before = page.tag(w - 1);
  if (page.lower(w - 1) === 'as') return false;
  if (page.tag(w) === 'RB') return next === 'JJ' || next === 'VBN' || next === 'CD' || next === 'VBG';
  if (page.tag(w) === 'VBD') return REDUCED.has(page.lower(w + 1)) && isPhraseEnd(page, w - 1);
  if (isNoun(next) || next === 'JJ' || next === 'HYPH') return !isVerb(before) && before !== 'TO' && before !== ',';
  return (next === 'IN' || next === 'TO' || next === 'DT') && isPhraseEnd(page, w - 1);
}

function hasHead(page: Page, from: number, to: number): boolean {
  for (let w = from; w < to; w += 1) {
    const tag = page.tag(w);
    if (isNoun(tag) || tag === 'CD' || tag === 'PRP' || inName(page, w)) return true;
  }
  const bare = to - from === 1 || (to - from === 2 && page.tag(from) === 'DT');
  return bare && (page.tag(to - 1) === 'DT' || page.tag(to - 1) === 'JJ');
}

/** The noun phrase that starts at `w`, with its appositions: "said Smith, a spokesman for the council". */
export function sourceAfter(page: Page, w: number, to: number): Stretch | null {
  let end = phraseAfter(page, w, to);
  if (end === w) return null;
  while (page.lower(end) === ',' || page.lower(end) === 'who') {
    const start = page.lower(end) === ',' ? end + 1 : end;
    let stop = start;
    while (stop < to && !',.;:"”'.includes(page.lower(stop))) stop += 1;
    if (!belongs(page, start, stop) || afterTime(page, start, to) > start || stop - start > 20) break;
    if (!isNominal(page, start) && !WHO.has(page.lower(start)) && page.tag(start) !== 'WP') break;
    end = stop;
  }
  if (page.tag(end) === 'PRP' && isFiniteVerb(page.tag(end + 1))) {
    while (end < to && !/^[,.;]$/u.test(page.lower(end))) end += 1;
  }
  return hasHead(page, w, end) ? { from: w, to: end } : null;
}

/** One past the noun phrase that starts at `w`: base phrases joined by "of", "for", "and" and their kind; or `w`. */
export function phraseAfter(page: Page, w: number, to: number): number {
  let end = basePhrase(page, w, to);
  while (end > w && end < to) {
    const lower = page.lower(end);
    const ties = TIES.has(lower) && afterTime(page, end, to) === end;
    const modified = (page.tag(end) === 'VBN' || page.tag(end) === 'VBG') && TIES.has(page.lower(end + 1));
    if (page.tag(end) === '-LRB-') {
      let close = end;
      while (close < to && page.tag(close) !== '-RRB-') close += 1;
      end = Math.min(to, close + 1);
      continue;
    }
    const start = modified ? end + 2 : ties || lower === 'and' || lower === 'or' || lower === '&' ? end + 1 : -1;
    const next = start < 0 ? start : basePhrase(page, start, to);
    if (next <= start || (lower === 'and' && isFiniteVerb(page.tag(next)))) break;
    end = next;
  }
  return end;
}

/** One past the base noun phrase (no prepositions) that starts at `w`, or `w`. */
export function basePhrase(page: Page, w: number, to: number): number {
  if (w >= to) return w;
  if (page.tag(w) === 'PRP') return w + 1;
  let at = w;
  let noun = false;
  for (; at < to; at += 1) {
    const tag = page.tag(at);
    const before = page.tag(at - 1);
    if (at > w) {
      if ((tag === 'DT' || tag === 'PRP$' || tag === 'PDT') && before !== 'POS' && before !== 'PDT') break;
      if (tag === 'CD' && noun && before !== 'DT' && !before.startsWith('NNP')) break;
      if (afterTime(page, at, to) > at && noun && tag !== 'CD') break;
    }
    if (isNominal(page, at)) noun ||= isNoun(tag) || tag === 'CD' || tag === 'DT' || tag === 'JJ';
    else if (!isModifier(page, at, noun)) break;
  }
  return noun ? at : w;
}

/** A participle or adverb before the noun of its phrase: "the failing mill", "the conservative-leaning foundation". */
function isModifier(page: Page, w: number, noun: boolean): boolean {
  const tag = page.tag(w);
  if (tag !== 'VBN' && tag !== 'VBG' && tag !== 'RB') return false;
  return (!noun || page.tag(w - 1) === 'HYPH') && isNominal(page, w + 1);
}

export function textOf(page: Page, from: number, to: number): string {
  return to > from ? page.article.text.slice(page.words.starts[from], page.words.ends[to - 1]) : '';
}
