/** House numbers and phone numbers: "49 Old Mill Road", "9 E 71st St", "555-0123", "+44 20 7946 0958". */
import { type Refusal, textAfter, textBefore } from './refusal.ts';

const KINDS =
  'Street|St|Road|Rd|Avenue|Ave|Av|Boulevard|Blvd|Lane|Ln|Drive|Dr|Way|Square|Sq|Court|Ct|Place|Pl|Terrace|Crescent|Highway|Hwy|Parkway|Close|Row|Rue|Calle|Via';
const NAME = String.raw`(?:[\p{Lu}][\p{L}’'.]*|\d+(?:st|nd|rd|th)|el|la|de|du|des)`;
const STREET = new RegExp(String.raw`^(?:[- ]\d+)?[A-Za-z]? (?:[NSEW]\.? )?(?:${NAME} ){0,4}(?:${KINDS})\b(?!’)`, 'u');
const PHONE_AFTER = /^(?:[- .]\d{3}[- .]\d{3,4}\b|-\d{4}(?!\d|[.,]\d)|\)[ -]?\d{3})/;
const PHONE_BEFORE = /(?:\+|\d[-)]|\+\d[\d ()-]{0,14} )$/;

export const addresses: Refusal = {
  name: 'house number, phone number',
  refuses: (text, quantity, sentence) => {
    if (quantity.form === 'words') return false;
    const right = textAfter(text, quantity, sentence);
    if ((quantity.form === 'bare' || quantity.kind === 'ordinal') && STREET.test(right)) return true;
    if (quantity.unit !== null || quantity.by === 'range') return false;
    return (
      PHONE_AFTER.test(right) ||
      (PHONE_BEFORE.test(textBefore(text, quantity, sentence)) && /^[- ]\d|^\D|^$/.test(right))
    );
  },
  examples: ['He lives at 49 Old Mill Road, Dover.', 'Call 555-0123 or +44 20 7946 0958.'],
};
