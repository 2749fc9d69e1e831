/** Digits inside words, identifiers and addresses of the web: "COVID-19", "G7", "3D", "192.168.1.20", "page12.html". */
import type { Span } from '../../document.ts';
import type { Quantity } from '../figure.ts';
import { type Refusal, textBefore } from './refusal.ts';

const CURRENCY = /(?:^|[^\p{L}])(?:RM|Rs|PS|EUR|USD)$/u;
const ADDRESS = /(?:https?:\/\/|www\.|@)\S*$/i;
/** The value of an attribute: `id="756642903469031424"`. */
const MARKUP = /\w=["']$/;
/** A note's number: "[4]", "[3, 4]". */
const NOTE_BEFORE = /\[(?:\d+, ?)*$/;
const NOTE_AFTER = /^(?:, ?\d+)*\]/;
/** Letters or digits glued on by a hyphen, stop or slash. */
const GLUED = /[\p{L}\p{N}][-\u2011/.]$/u;
const BEFORE_A_HYPHEN = String.raw`sub|minus|plus|to|or|and|then|now|a|an|over|under|nearly|the|just|per|\d[\d.,]*(?:%|[a-z]{1,3})?`;
/** Words before a hyphen that leave the number a number: "sub-300", "minus-5", "a-30", the "7-" of "7-8 kg". */
const OPEN = new RegExp(String.raw`(?:^|[^\p{L}\p{N}])(?:${BEFORE_A_HYPHEN})[-/]$`, 'iu');
/** The second year of a pair: the "97" of "1996/97". */
const YEAR_PAIR = /\b(?:1[5-9]|20)\d\d[-\u2013/]$/;
/** A year without its century: "since '95". */
const SHORT_YEAR = /\b(?:of|in|since|by|vs|from|to|until|the|and|[A-Z][a-z]{2,8})[’']? [’']$/;
const SHARED_UNIT = /^[-\u2011]\d[\d,.]*(?:[ -][a-z%]|%|[.,;]?\s|[.,;]?$)/;

export const identifiers: Refusal = {
  name: 'inside a word or an identifier',
  refuses: (text, quantity, sentence) => {
    // Between spaces, as nearly all stand, only a zero in front tells.
    if (isSpaced(text, quantity, sentence)) return isPadded(text, quantity);
    const left = textBefore(text, quantity, sentence);
    if (/[\p{L}\p{N}_#@]$/u.test(left) && !CURRENCY.test(left)) return true;
    if (ADDRESS.test(left) || MARKUP.test(left)) return true;
    const printed = text.slice(quantity.amount.start, quantity.amount.end);
    if (/^\d\d$/.test(printed) && (YEAR_PAIR.test(left) || SHORT_YEAR.test(left))) return true;
    if (quantity.form === 'bare' && quantity.unit === null && quantity.kind === 'cardinal') {
      // "24/7", "50/50", "20/20": a pair by a slash names something
      if (
        /(?:^|[^\d.,/])\d{1,3}\/$/.test(left) ||
        /^\/\d{1,3}(?![\d.,]\d)/.test(text.slice(quantity.end, quantity.end + 6))
      )
        return true;
    }
    // the points of a tie-break: "7-6 (5)"
    if (/\d[-\u2013]\d{1,2}\s?\($/.test(left) && /^\)/.test(text.slice(quantity.end, quantity.end + 1))) return true;
    if (GLUED.test(left) && !OPEN.test(left)) return true;
    const next = text.slice(quantity.end, quantity.end + 16);
    if (/^[\p{L}\p{N}_]/u.test(next)) return true;
    if (quantity.form === 'words') return false;
    if (quantity.form === 'bare' && quantity.unit === null) {
      if (isPadded(text, quantity) || /^\/\p{Lu}/u.test(next)) return true;
      if (NOTE_BEFORE.test(left) && NOTE_AFTER.test(next)) return true;
    }
    if (/^[-\u2011][\p{Lu}\p{N}]/u.test(next) && quantity.form === 'bare') return !SHARED_UNIT.test(next);
    return /^[./]\d/.test(next);
  },
  examples: [
    'The COVID-19 rules and the F-16 jets.',
    'See www.example.org/2019/04/page12 now.',
    'The G7 met. A 3D film ran.',
    'It is open 24/7 and splits the bill 50/50.',
    'It lies at 192.168.1.20 today.',
    'The post <a id="7566429"> of the 1996/97 year, see note 96/C 251/07 or [4].',
  ],
};

const SPACE = 0x20;

/** Whether spaces stand on both sides, or on its left the sentence begins. */
function isSpaced(text: string, { start, end }: Span, sentence: Span): boolean {
  return (start <= sentence.start || text.charCodeAt(start - 1) === SPACE) && text.charCodeAt(end) === SPACE;
}

/** Nothing is counted with a zero in front. */
function isPadded(text: string, { form, unit, amount }: Quantity): boolean {
  return form === 'bare' && unit === null && /^0\d/.test(text.slice(amount.start, amount.end));
}
