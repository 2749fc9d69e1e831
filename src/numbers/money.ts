/** Currencies before and behind an amount: "$", "US$", "RM", "EUR", "million euros", "HK$", "20 pence". */
import { loadLexicon } from '../lexicon.ts';
import { firstWord, firstWords, list, startsName, withPlural } from './units.ts';

/** A currency found in the text, and how far the span of the amount grows. */
export interface Currency {
  readonly code: string;
  /** Where the currency's words start (before the amount) or end (behind it). */
  readonly edge: number;
}

interface Lexicon {
  readonly symbols: ReadonlyMap<string, string>;
  readonly names: ReadonlyMap<string, string>;
  /** The first words of all names: most words behind a number start none. */
  readonly firsts: ReadonlySet<string>;
}

let lexicon: Lexicon | undefined;

function currencies(): Lexicon {
  lexicon ??= read();
  return lexicon;
}

function read(): Lexicon {
  const symbols = new Map<string, string>();
  const names = new Map<string, string>();
  for (const [code, short, long] of loadLexicon(new URL('./currencies.tsv', import.meta.url))) {
    if (/^[A-Z]{3}$/.test(code!)) symbols.set(code!, code!);
    for (const symbol of list(short)) symbols.set(symbol, code!);
    for (const name of list(long)) for (const form of withPlural(name.toLowerCase())) names.set(form, code!);
  }
  return { symbols, names, firsts: firstWords(names.keys()) };
}

/** Characters with which no currency ends: most amounts stand behind one, and need no look with the long pattern. */
const NO_SYMBOL = /[a-gijl-oqt-z,;:("“”]/;
/** "US$", "S/". */
const SIGN_WITH_LETTERS = String.raw`(?:[A-Za-z]{1,4}|U\.S\.?|u\.s\.?|S\/)?(?<gap> )?\p{Sc}[A-Z]{0,3}`;
/** "EUR", "Rs". */
const LETTERS = String.raw`[A-Z]{2,3}|Rs\.?|Rp|R|SFr|Fr|Tk|Br|KSh|Ksh|Dhs?`;
/** What may stand directly before digits, from its first letter or sign on. */
const BEFORE = new RegExp(
  String.raw`(?<![\p{L}\d])(?<symbol>${SIGN_WITH_LETTERS}|${LETTERS})[ \u00a0]?(?<sign>[-\u2212])?$`,
  'u',
);
/** Prefixes that tokenised text separates from their sign: "hk $ 10". In "a $ 5" the "a" is an article. */
const PARTED = new Set(['US', 'U.S', 'U.S.', 'HK', 'NZ', 'NT', 'C', 'USD', 'AU', 'AUD', 'CAD', 'NZD']);
const DOLLARS: Readonly<Record<string, string>> = {
  ...{
    US: 'USD',
    'U.S': 'USD',
    'U.S.': 'USD',
    USD: 'USD',
    A: 'AUD',
    AU: 'AUD',
    AUD: 'AUD',
    AUS: 'AUD',
    C: 'CAD',
    CA: 'CAD',
    CAD: 'CAD',
  },
  ...{
    CAN: 'CAD',
    CDN: 'CAD',
    HK: 'HKD',
    HKD: 'HKD',
    NZ: 'NZD',
    NZD: 'NZD',
    S: 'SGD',
    SG: 'SGD',
    SGD: 'SGD',
    NT: 'TWD',
    R: 'BRL',
  },
  ...{ MEX: 'MXN', MX: 'MXN', Z: 'ZWL', J: 'JMD', TT: 'TTD', B: 'BND', '': 'USD' },
};

/**
 * Reads the currency that stands directly before an amount in digits.
 *
 * @param from nothing before this offset belongs to the sentence
 */
export function currencyBefore(text: string, from: number, at: number): Currency | null {
  const last = text.charCodeAt(at - 1) === 0x20 ? text[at - 2] : text[at - 1];
  if (last !== undefined && NO_SYMBOL.test(last)) return null;
  const before = text.slice(Math.max(from, at - 10), at);
  const match = BEFORE.exec(before);
  if (!match) return null;
  const { symbol, gap } = match.groups!;
  const edge = at - before.length + match.index;
  const sign = symbol!.search(/\p{Sc}/u);
  if (sign < 0) return letterCode(symbol!, edge);
  const prefix = symbol!.slice(0, sign).trim().toUpperCase();
  const suffix = symbol!.slice(sign + 1);
  const parted = gap !== undefined && !PARTED.has(prefix);
  const code =
    symbol![sign] === '$'
      ? (DOLLARS[parted ? '' : prefix] ?? 'USD') === 'USD' && suffix !== ''
        ? DOLLARS[suffix]
        : DOLLARS[parted ? '' : prefix]
      : currencies().symbols.get(symbol![sign]!);
  if (code === undefined) return null;
  return {
    code,
    edge:
      parted || (prefix !== '' && DOLLARS[prefix] === undefined && symbol![sign] === '$')
        ? at - before.length + match.index + sign
        : edge,
  };
}

function letterCode(symbol: string, edge: number): Currency | null {
  const code = currencies().symbols.get(symbol);
  return code === undefined ? null : { code, edge };
}

const NAME =
  /[ \u00a0-]?(?:(?:[A-Z]\.[A-Z]\.|[A-Za-z\u00c0-\u017f]+)(?:[ \u00a0-](?=[A-Za-z])[A-Za-z\u00c0-\u017f]+){0,3})/y;
const SIGN = /[ \u00a0]?(?<sign>\p{Sc})(?!\d)/uy;
const CODE = /[ \u00a0]?(?<code>[A-Z]{3}|RMB|RM|NIS|rmb|usd|eur|gbp)(?![\w-])/y;

/**
 * Reads the currency behind an amount: "20 million euros", "50 USD", "15€".
 *
 * @param digits whether the amount is in digits: signs and codes follow only these
 */
export function currencyBehind(text: string, at: number, end: number, digits: boolean): Currency | null {
  if (digits) {
    for (const pattern of [SIGN, CODE]) {
      pattern.lastIndex = at;
      const groups = pattern.exec(text)?.groups;
      const code = groups && currencies().symbols.get((groups.sign ?? groups.code!).toUpperCase());
      if (code !== undefined && pattern.lastIndex <= end) return { code, edge: pattern.lastIndex };
    }
  }
  if (!startsName(text, text.charCodeAt(at) === 0x20 ? at + 1 : at, currencies().firsts)) return null;
  NAME.lastIndex = at;
  const phrase = NAME.exec(text)?.[0];
  if (phrase === undefined) return null;
  const gap = /^[ \u00a0-]/.test(phrase) ? 1 : 0;
  if (!currencies().firsts.has(firstWord(phrase, gap))) return null;
  for (let left = phrase.slice(gap); ; ) {
    const code = currencies().names.get(left.toLowerCase().replace(/[-\u00a0]/g, ' '));
    const edge = at + gap + left.length;
    if (code !== undefined && (gap || digits))
      return edge <= end && isMoney(text, left, at, edge) ? { code, edge } : null;
    const cut = Math.max(left.lastIndexOf(' '), left.lastIndexOf('-'), left.lastIndexOf('\u00a0'));
    if (cut < 0) return null;
    left = left.slice(0, cut);
  }
}

/** Within this distance a pound sign decides that "pounds" are money and not a weight, in UTF-16 code units. */
const MAX_DISTANCE_TO_SIGN = 600;

/** "18 won their races" and "two pounds of sugar" are no money; "20 million pounds" is. */
function isMoney(text: string, name: string, at: number, edge: number): boolean {
  if (/^won$/i.test(name)) return /(?:illion|housand|,\d{3}|\d{3})$/.test(text.slice(Math.max(0, at - 9), at));
  if (!/^pounds?$/i.test(name)) return true;
  const before = text.slice(Math.max(0, at - 14), at);
  if (/^ of\b/.test(text.slice(edge, edge + 4)) && !/illion|housand/.test(before)) return false;
  return (
    /(?:illions?|housands?|bn|\dm)(?: of)?$/i.test(before) ||
    /£|\bpence\b|sterling/.test(text.slice(Math.max(0, at - MAX_DISTANCE_TO_SIGN), at + MAX_DISTANCE_TO_SIGN))
  );
}
