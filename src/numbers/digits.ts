/** Numbers in digits: "1,234.5", "12,34,567", "40 000", "2½", "10 1/2", "-5", "1.2bn", "3 million", "6.02e23". */
import { exact, type Figure, type Reader } from './figure.ts';
import { pastGap, wordFrom } from './numerals.ts';
import { readPartBehind } from './parts.ts';
import { readScale, scaleOf, times } from './scales.ts';

const GROUPS = [
  String.raw`\d{1,3}(?:,\d{3})+(?!\d|,\d)`, // 1,234,567
  String.raw`\d{1,2}(?:,\d{2})+,\d{3}(?!\d)`, // 12,34,567
  String.raw`\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?![\d,]|[ \u00a0]\d)`, // 1 414 021 100
  String.raw`\d{1,3}(?:\.\d{3}){2,}(?!\d)`, // 1.234.567
  String.raw`\d{1,3}(?:['’]\d{3})+(?!\d|['’]\d)`, // 1'234'567
  String.raw`\d{1,3}(?:\.\d{3})+(?=,\d)`, // the 1.111 of 1.111,11
];
const NUMBER = new RegExp(
  String.raw`(?<whole>${GROUPS.join('|')}|\d+)?(?:(?<point>[.\u00b7])(?<decimals>\d+)|(?<=\d\.\d{3}),(?<comma>\d+))?`,
  'y',
);
const SIGN = /[-\u2212\u2013]|(?:minus|negative)[ -]/iy;
const POWER =
  /(?:[eE](?<e>[+-]?\d{1,3})|\s?[x\u00d7]\s?10\^(?<ten>[-\u2212+]?\d{1,3})|\^(?<power>[+-]{0,2}\d{1,3}))(?![\w.])/y;
const MONEY_BEFORE = /(?:\p{Sc}|\b(?:RM|Rs\.?|CHF|USD|EUR|GBP|AUD|CAD|PS))[ \u00a0]?[-\u2212]?$/u;

export const digits: Reader = {
  name: 'digits',
  reads: '1,234.5 | 2½ | -5 | 3 million | 1.2bn | 10k | 6.02e23 | .5',
  read,
  examples: [
    'It sold {n=1234567.5 1,234,567.5} tickets and {n=3900000 3.9 million} badges.',
    'They counted {n=1250000000 1.25bn} visits.',
    'Some of the {n=40000 40 000} members left.',
    'He waited {n=2.5 2½ hours}.',
  ],
  not: ['The file lies at 192.168.1.20 today.'],
};

function read(text: string, at: number, end: number): Figure | null {
  SIGN.lastIndex = at;
  const signed = !isDigit(text.charCodeAt(at)) && SIGN.test(text);
  const start = signed ? SIGN.lastIndex : at;
  NUMBER.lastIndex = start;
  const match = NUMBER.exec(text);
  if (!match || match[0] === '' || NUMBER.lastIndex > end) return null;
  const { whole, decimals, comma } = match.groups!;
  const printed = `${(whole ?? '0').replace(/[^\d]/g, '')}.${decimals ?? comma ?? 0}`;
  const number = { value: Number(printed), end: NUMBER.lastIndex, scale: 1 };
  const grown =
    withPower(text, number) ??
    withTail(text, number, end, decimals === undefined, () => MONEY_BEFORE.test(text.slice(Math.max(0, at - 5), at)));
  const bare = !signed && grown.end === start + (whole?.length ?? 0) && /^\d+$/.test(whole ?? '');
  const value = signed ? -grown.value : grown.value;
  if (!Number.isFinite(value) || grown.end > end) return null;
  return exact({ start: at, end: grown.end }, value === 0 ? 0 : value, bare ? 'bare' : 'digits', 'digits', {
    scale: grown.scale,
  });
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

interface Grown {
  readonly value: number;
  readonly end: number;
  readonly scale: number;
}

function withPower(text: string, number: Grown): Grown | null {
  POWER.lastIndex = number.end;
  const match = POWER.exec(text);
  if (!match) return null;
  const { e, ten, power } = match.groups!;
  const exponent = (e ?? ten ?? power)!.replace('\u2212', '-').replace(/^[+-](?=[+-])/, '');
  const value = power === undefined ? Number(`${number.value}e${Number(exponent)}`) : number.value ** Number(exponent);
  return { value, end: POWER.lastIndex, scale: 1 };
}

/** Part and scale behind the digits: "10 1/2", "2½ million", "3 and a half", "2 million", "1.2bn", "3 million and a half". */
function withTail(text: string, number: Grown, end: number, whole: boolean, money: () => boolean): Grown {
  const part = whole ? readPartBehind(text, number.end, end) : null;
  const mixed = part ? { value: number.value + part.value, end: part.end, scale: 1 } : number;
  const scale = readScale(text, mixed.end, end, money);
  if (!scale) return mixed;
  let grown: Grown = { value: times(mixed.value, scale.factor), end: scale.end, scale: scale.factor };
  const next = wordFrom(text, pastGap(text, grown.end));
  const second = next && grown.scale > 12 ? scaleOf(next.word) : undefined;
  if (second !== undefined && second > 100 && next!.end <= end) {
    grown = { value: times(grown.value, second), end: next!.end, scale: second };
  }
  const behind = grown.scale < 1e3 ? null : readPartBehind(text, grown.end, end);
  return behind?.spelt ? { ...grown, value: grown.value + times(behind.value, grown.scale), end: behind.end } : grown;
}
