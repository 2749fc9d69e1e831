/** The units lexicon, and the reader of a unit behind an amount: "5 kg", "5-kilogram", "8.5 kW", "20 per cent". */
import { loadLexicon } from '../lexicon.ts';
import { wordFrom } from './numerals.ts';

/** A unit found in the text. */
export interface Unit {
  /** SI symbol or customary name, as in units.tsv. */
  readonly name: string;
  readonly dimension: string;
  readonly end: number;
}

interface Entry {
  readonly name: string;
  readonly dimension: string;
}

interface Lexicon {
  /** By name in lower case, singular and plural, hyphens as spaces. */
  readonly names: ReadonlyMap<string, Entry>;
  /** The first words of all names: most words behind a number start none. */
  readonly firsts: ReadonlySet<string>;
  /** By symbol, as written. */
  readonly symbols: ReadonlyMap<string, Entry>;
}

let lexicon: Lexicon | undefined;

function units(): Lexicon {
  lexicon ??= read();
  return lexicon;
}

function read(): Lexicon {
  const names = new Map<string, Entry>();
  const symbols = new Map<string, Entry>();
  for (const [name, dimension, long, short] of loadLexicon(new URL('./units.tsv', import.meta.url))) {
    const entry = { name: name!, dimension: dimension! };
    for (const written of list(long)) for (const form of withPlural(written.toLowerCase())) names.set(form, entry);
    for (const symbol of list(short)) symbols.set(symbol, entry);
  }
  return { names, firsts: firstWords(names.keys()), symbols };
}

/** The first words of names as lexicons hold them. */
export function firstWords(names: Iterable<string>): ReadonlySet<string> {
  return new Set([...names].map((name) => firstWord(name, 0)));
}

/** Whether a name can start at `at`, by its first word alone where a space ends that. */
export function startsName(text: string, at: number, firsts: ReadonlySet<string>): boolean {
  const first = wordFrom(text, at);
  return first === null || text.charCodeAt(first.end) !== 0x20 || firsts.has(first.word);
}

const FIRST_ENDS = /[ \u00a0-]/g;

/** The first word of a phrase from `at` on, in lower case, without a full stop behind it. */
export function firstWord(phrase: string, at: number): string {
  FIRST_ENDS.lastIndex = at;
  const end = FIRST_ENDS.exec(phrase)?.index ?? phrase.length;
  const word = phrase.slice(at, end).toLowerCase();
  return word.endsWith('.') ? word.slice(0, -1) : word;
}

/** The alternatives of a lexicon's cell. */
export function list(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

/** A name and its plural: "mile per hour", "miles per hour"; hyphens as spaces. */
export function withPlural(name: string): string[] {
  const spaced = name.replace(/-/g, ' ');
  const [, head, rest] = /^(.*?)( (?:per|of|an?|to)\b.*)?$/.exec(spaced)!;
  const plural = /(?:[sxz]|ch|sh)$/.test(head!)
    ? `${head}es`
    : /[^aeiou]y$/.test(head!)
      ? `${head!.slice(0, -1)}ies`
      : `${head}s`;
  const degrees = spaced.startsWith('degree ') ? [spaced.replace('degree', 'degrees')] : [];
  return [spaced, plural + (rest ?? ''), ...degrees];
}

const PHRASE = /[A-Za-z\u00b5\u03bc][A-Za-z.]*(?:[ \u00a0-][A-Za-z.]+){0,4}/y;
const SYMBOL = /(?:[%‰°º′″Ω℃℉µμ]|[A-Za-z])[^\s,;:!?()[\]"“”‘’'—–|=+]*/y;
const SQUARE = /(?:sq|cu)\.? ?[a-z]+\.?/y;
/** Symbols of one letter that are common enough behind a space; the others are taken for names and grades. */
const SPACED = new Set(['m', 'g', 'l', 'L', 'W', 'V', 'C', 'F', 't', 'h', 'b', '%', '°', '‰', 'B']);
const GLUED = new Set(['m', 'g', 'l', 'L', 'W', 'V', 'C', 'F', 'K', 't', 'h', 's', '%', '°', '‰', 'º', '′', '″']);

/**
 * Reads the unit behind an amount.
 *
 * @param at where the amount ends
 * @param end where the sentence ends
 * @param digits whether the amount is in digits: symbols follow only these
 */
export function readUnit(text: string, at: number, end: number, digits: boolean): Unit | null {
  const gap = /[ \u00a0\u202f\u2009-]/.test(text[at] ?? '') ? 1 : 0;
  const start = at + gap;
  if (start >= end) return null;
  return (
    (digits ? symbolAt(text, start, end, gap ? text[at]! : '') : null) ??
    (gap || /[A-Za-z]/.test(text[start]!) ? nameAt(text, start, end) : null)
  );
}

function symbolAt(text: string, at: number, end: number, gap: string): Unit | null {
  const inches = /["”]/.test(text[at]!) && gap !== '-' ? inchMark(text, at) : null;
  if (inches) return inches;
  for (const pattern of [SQUARE, SYMBOL]) {
    pattern.lastIndex = at;
    const written = pattern.exec(text)?.[0];
    if (written === undefined) continue;
    for (const symbol of shortened(written)) {
      const entry = units().symbols.get(symbol);
      if (
        !entry ||
        at + symbol.length > end ||
        (/[A-Za-z0-9²³^]/.test(text[at + symbol.length] ?? '') && symbol !== '%')
      )
        continue;
      if (symbol.length === 1 && !(gap === '' ? GLUED : SPACED).has(symbol)) continue;
      // "1980s" and "Channel 5s" are no seconds, "3.5s" is.
      if (symbol === 's' && gap === '' && !/\d\.\d+$/.test(text.slice(Math.max(0, at - 8), at))) continue;
      return { ...entry, end: at + symbol.length };
    }
  }
  return thick(text, at, end);
}

const THICK = /in(?=[ ](?:thick|long|wide|deep|tall|high|diameter|by)\b)/y;

/** "2 1/2 in thick": the preposition is an inch where a dimension follows. */
function thick(text: string, at: number, end: number): Unit | null {
  THICK.lastIndex = at;
  return THICK.test(text) && THICK.lastIndex <= end
    ? { name: 'inch', dimension: 'length', end: THICK.lastIndex }
    : null;
}

/** A run of symbol characters and what remains of it as its last parts are cut off: "kW.", "kW"; "mph/hour", "mph". */
function shortened(written: string): string[] {
  const tries = [written];
  for (let left = written; /[./-]/.test(left.slice(1)); ) {
    left = left.slice(0, Math.max(left.lastIndexOf('.'), left.lastIndexOf('/'), left.lastIndexOf('-'), 0));
    if (left === '') break;
    tries.push(left);
  }
  if (written.startsWith('%')) tries.push('%');
  return tries;
}

/** `8"` where no quotation is open: the mark closes one when an odd number stands before it on the line. */
function inchMark(text: string, at: number): Unit | null {
  const line = text.slice(Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 400), at);
  const open = (line.match(/["“”]/g)?.length ?? 0) % 2 === 1;
  return open ? null : { name: 'inch', dimension: 'length', end: at + 1 };
}

function nameAt(text: string, at: number, end: number): Unit | null {
  if (!startsName(text, at, units().firsts)) return null;
  PHRASE.lastIndex = at;
  const phrase = PHRASE.exec(text)?.[0];
  if (phrase === undefined || !units().firsts.has(firstWord(phrase, 0))) return null;
  for (let left = phrase; ; ) {
    const entry = units().names.get(
      left
        .toLowerCase()
        .replace(/[-\u00a0]/g, ' ')
        .replace(/\.$/, ''),
    );
    const stop = at + (entry ? left.replace(/\.$/, '').length : left.length);
    if (entry && stop <= end && !/[A-Za-z0-9]/.test(text[stop] ?? ''))
      return notAnotherSense(text, left, stop) ? { ...entry, end: stop } : null;
    const cut = Math.max(left.lastIndexOf(' '), left.lastIndexOf('-'), left.lastIndexOf('\u00a0'));
    if (cut < 0) return null;
    left = left.slice(0, cut);
  }
}

const BEHIND_A_WEIGHT = [
  'in|and|to|of|on|or|by|at|but|when|before|after|heavier|lighter|over|under|overweight|since|during|from|with',
  'for|while|boxer|man|woman',
].join('|');
const AFTER_WEIGHT = new RegExp(`^(?:${BEHIND_A_WEIGHT})?$`);

/** "second half", "minute book" and "degree in history" measure nothing. */
function notAnotherSense(text: string, name: string, at: number): boolean {
  const next = wordFrom(text, at + 1)?.word ?? '';
  if (/^second$/i.test(name))
    return !/^(?:half|place|leg|time|year|quarter|round|set|period|largest|biggest|in)$/.test(next);
  if (/^degrees?$/i.test(name)) return !/^(?:in|from|at)$/.test(next);
  // "nine stones" are thrown, "9 stone walls" are built: a weight goes on with a part of speech that is no noun
  if (/^stones?\.?$/i.test(name))
    return (
      !/s\.?$/i.test(name) &&
      (text[at] !== ' ' ||
        text[at - name.length - 1] === '-' ||
        AFTER_WEIGHT.test(next) ||
        /^ \d/.test(text.slice(at, at + 2)))
    );
  if (/^feet$/i.test(name)) return !/^(?:up|firmly)$/.test(next);
  return true;
}

const PER = /(?:[ \u00a0](?:per|an?|each|every)[ \u00a0]|-(?:an?|per)-|[ \u00a0]?\/[ \u00a0]?)/iy;
const RATED = new Set(['time', 'length', 'volume', 'mass', 'area', 'energy', 'speed']);

/**
 * Reads "per hour", "a barrel", "/kg" after a unit. Only true units form a compound; "$2 a share" stays dollars.
 *
 * @returns the name of the unit below the line and where it ends
 */
export function readPer(text: string, at: number, end: number): { readonly name: string; readonly end: number } | null {
  PER.lastIndex = at;
  const joint = PER.exec(text)?.[0];
  if (joint === undefined) return null;
  const start = at + joint.length;
  const unit =
    (joint.includes('/') || /per/i.test(joint) ? symbolAt(text, start, end, '') : null) ?? nameAt(text, start, end);
  return unit &&
    RATED.has(unit.dimension) &&
    !/^ (?:ago|earlier|before|later|after|old)\b/.test(text.slice(unit.end, unit.end + 9)) &&
    !(/s$/i.test(text.slice(start, unit.end)) && joint.length > 1)
    ? unit
    : null;
}
