/** House numbers and phone numbers: "49 Old Mill Road", "9 E 71st St", "555-0123", "+44 20 7946 0958". */
import type { Span } from '../../document.ts';
import type { Quantity } from '../figure.ts';
import { type Refusal, textAfter, textBefore } from './refusal.ts';

const KINDS = [
  'Street|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Square|Sq|Court|Ct|Place|Pl|Terrace',
  'Crescent|Highway|Hwy|Parkway|Close|Row|Rue|Calle|Via',
].join('|');
const NAME = String.raw`(?:[\p{Lu}][\p{L}’'.]*|\d+(?:st|nd|rd|th)|el|la|de|du|des)`;
const STREET = new RegExp(String.raw`^(?:[- ]\d+)?[A-Za-z]? (?:[NSEW]\.? )?(?:${NAME} ){0,4}(?:${KINDS})\b(?!’)`, 'u');
const PHONE_AFTER = /^(?:[- .]\d{3}[- .]\d{3,4}\b|-\d{4}(?!\d|[.,]\d)|\)[ -]?\d{3})/;
const PHONE_BEFORE = /(?:\+|\d[-)]|\+\d[\d ()-]{0,14} )$/;
/** Whole numbers to dial: "+91-11-3012024", "(212) 859-1650", "61-2 373-1800", "newsroom 64 4 4734 746". */
const DIALLED = [
  String.raw`\+\d[\d ()-]{5,18}\d`,
  String.raw`\(\d{2,4}\)[ -]?\d{3,4}[- ]\d{3,4}`,
  String.raw`\b\d{2,4}[- ]\d{1,4}[- ]\d{3,4}-\d{3,4}`,
  String.raw`\b\d{2,4}-\d{2,4}-\d{3,8}`,
  String.raw`\b(?:[Tt]el|[Ff]ax|[Pp]hone|[Nn]ewsroom|[Nn]ews desk|[Cc]all)[.:]? \d[\d ()-]{5,18}\d`,
];
const WHOLE = new RegExp(String.raw`(?:${DIALLED.join('|')})(?!\d|[.,]\d)`, 'g');
/** How far around a number the rest of a number to dial stands, in UTF-16 code units. */
const MAX_LOOK_AROUND = 24;

export const addresses: Refusal = {
  name: 'house number, phone number',
  refuses: (text, quantity, sentence) => {
    if (quantity.form === 'words') return false;
    const right = textAfter(text, quantity, sentence);
    if ((quantity.form === 'bare' || quantity.kind === 'ordinal') && STREET.test(right)) return true;
    if (quantity.unit !== null) return false;
    if (isDialled(text, quantity, sentence)) return true;
    if (quantity.by === 'range') return false;
    return (
      PHONE_AFTER.test(right) ||
      (PHONE_BEFORE.test(textBefore(text, quantity, sentence)) && /^[- ]\d|^\D|^$/.test(right))
    );
  },
  examples: [
    'He lives at 49 Old Mill Road, Dover.',
    'Call 555-0123 or +44 20 7946 0958.',
    'Ring +91-11-3012024, (212) 859-1650 or 61-2 373-1800.',
  ],
};

function isDialled(text: string, { start, end }: Quantity, sentence: Span): boolean {
  if (!/[-+( ]/.test(text[start - 1] ?? '') && !/[-)]/.test(text[end] ?? '')) return false;
  const from = Math.max(sentence.start, start - MAX_LOOK_AROUND);
  const around = text.slice(from, Math.min(sentence.end, end + MAX_LOOK_AROUND));
  for (const match of around.matchAll(WHOLE)) {
    const at = from + match.index;
    if (at <= start && end <= at + match[0].length) return true;
  }
  return false;
}
