/** Numbers spelt out, with parts behind them: "two hundred and six", "two and a half million", "minus five". */
import { exact, type Figure, type Reader } from './figure.ts';
import { type Numeral, pastGap, readNumeral, wordFrom } from './numerals.ts';
import { readPartBehind } from './parts.ts';
import { scaleOf, times } from './scales.ts';

const SIGN = /(?:minus|negative)[ -]/iy;
const BETWEEN = /\bbetween\s+(?:about |roughly |around |some )?$/i;

export const words: Reader = {
  name: 'words',
  reads: 'two hundred and six | a hundred thousand | two and a half million | minus five | nine point four',
  read,
  examples: [
    'They sent {n=206 two hundred and six} letters.',
    'The fund holds {n=2500000 two and a half million} shares.',
    'There are {n=100000 about a hundred thousand} protesters.',
    'He scored {n=12 twelve} goals and {n=31 thirty-one} points.',
    'Between {n=100 one hundred} and {n=200 two hundred} people came.',
  ],
  not: ['One must go on.', 'No one came.', 'They met one another.'],
};

function read(text: string, at: number, end: number): Figure | null {
  SIGN.lastIndex = at;
  const signed = SIGN.test(text);
  const start = signed ? SIGN.lastIndex : at;
  const joined = !BETWEEN.test(text.slice(Math.max(0, at - 20), at));
  const whole = readNumeral(text, start, end, joined);
  if (!whole) return null;
  const { value, end: stop, scale } = withPart(text, whole, end);
  return exact({ start: at, end: stop }, signed && value !== 0 ? -value : value, 'words', 'words', { scale });
}

/** "two [and a half] million", "a million [and a half]", "one billion [and a half million]". */
function withPart(text: string, whole: Numeral, end: number): Numeral {
  const part = readPartBehind(text, whole.end, end);
  if (!part) return whole;
  const next = wordFrom(text, pastGap(text, part.end));
  const factor = next && next.end <= end ? scaleOf(next.word) : undefined;
  if (factor === undefined)
    return {
      ...whole,
      value: whole.value + times(part.value, Math.max(1, whole.scale < 1e3 ? 1 : whole.scale)),
      end: part.end,
    };
  if (whole.scale === 1) return { value: times(whole.value + part.value, factor), end: next!.end, scale: factor };
  return { value: whole.value + times(part.value, factor), end: next!.end, scale: factor };
}
