/** Scale words and letters: "million", "bn", "k", "lakh". */

const WORDS: Readonly<Record<string, number>> = {
  ...{ hundred: 100, thousand: 1e3, million: 1e6, billion: 1e9, trillion: 1e12, quadrillion: 1e15 },
  ...{
    lakh: 1e5,
    crore: 1e7,
    dozen: 12,
    mln: 1e6,
    mil: 1e6,
    mn: 1e6,
    bln: 1e9,
    bn: 1e9,
    tln: 1e12,
    trn: 1e12,
    tn: 1e12,
  },
  ...{ lakhs: 1e5, crores: 1e7, thousands: 1e3, millions: 1e6, billions: 1e9, dozens: 12, doz: 12, dozs: 12 },
};

/** Letters that are scales only right behind digits, or where the context says that it is money. */
const LETTERS: Readonly<Record<string, number>> = { k: 1e3, K: 1e3, M: 1e6, MM: 1e6, m: 1e6, b: 1e9, B: 1e9, T: 1e12 };

/** The factor of a spelt scale in the singular, as it follows number words; undefined for other words. */
export function scaleOf(word: string): number | undefined {
  return Object.hasOwn(WORDS, word) && !word.endsWith('s') ? WORDS[word] : undefined;
}

const AFTER = /(?<gap>[ \u00a0\u2009\u202f-]?)(?<word>[A-Za-z]+)(?<stop>\.(?=\s+[a-z]))?/y;
/** A noun in the plural, perhaps behind one or two other words: what follows "2.7m" where m is million. */
const COUNTS = /[ \u00a0](?:(?:[a-z]+|[A-Z][a-z]+)[ -]){0,5}?(?:[a-z]{2,}[^s\W]s|people|of)\b/y;
const MONEY_BEHIND = /[ \u00a0](?:dollars|euros|pounds|francs|USD|EUR|GBP|CHF)\b/y;
/** What follows "100m" where m is metre. */
const LENGTHS = [
  'tall|long|wide|deep|high|away|from|to|above|below|off|apart|race|final|sprint|butterfly|freestyle|backstroke',
  'breaststroke|hurdles|relay|world|champion|inside|short|shy|before|beyond|past|behind|ahead|clear|underground|underwater',
  'apart|high|deeper|higher|longer|down|up|out|north|south|east|west',
].join('|');
const LENGTH = new RegExp(String.raw`[ -](?:${LENGTHS})\b`, 'y');

/** `value` times a power of ten or a dozen without the rounding error of the product: 1.1 times 1e9 is 1100000000. */
export function times(value: number, factor: number): number {
  const exponent = Math.log10(factor);
  return Number.isInteger(exponent) && !String(value).includes('e') ? Number(`${value}e${exponent}`) : value * factor;
}

/**
 * Reads the scale behind digits: "3 million", "1.2bn", "10k", "$3m".
 *
 * @param money whether a currency stands before the digits, so that a letter is a scale
 * @returns the factor and where the scale ends, or null
 */
export function readScale(
  text: string,
  at: number,
  end: number,
  money: () => boolean,
): { readonly factor: number; readonly end: number } | null {
  AFTER.lastIndex = at;
  const { gap, word } = AFTER.exec(text)?.groups ?? {};
  if (word === undefined || at + gap!.length + word.length > end) return null;
  const stop = at + gap!.length + word.length;
  const spelt = WORDS[word.toLowerCase()];
  if (spelt !== undefined && Object.hasOwn(WORDS, word.toLowerCase())) {
    const plural = word.length > 4 && word.endsWith('s') && !/^(?:lakh|crore)/i.test(word);
    return plural || (gap === '-' && word.length < 4) ? null : { factor: spelt, end: stop };
  }
  const factor = Object.hasOwn(LETTERS, word) ? LETTERS[word] : undefined;
  if (factor === undefined || gap === '-') return null;
  return letterIsScale(text, word, gap!, stop, money()) ? { factor, end: stop } : null;
}

function letterIsScale(text: string, letter: string, gap: string, after: number, money: boolean): boolean {
  if (money) return gap === '' || /^[MBTk]$/.test(letter);
  // "$1MM" and "3MM euros", as banks write millions
  if (letter === 'MM') return gap === '' && follows(MONEY_BEHIND, text, after);
  const counts = follows(COUNTS, text, after);
  if (letter === 'm') return gap === '' && counts && !follows(LENGTH, text, after);
  if (letter === 'k') return true;
  if (letter === 'T' || gap !== '') return letter === 'B' && counts;
  return letter !== 'b' || text[after] !== '/';
}

function follows(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
