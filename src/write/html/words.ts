/** The contract's values in words for people. */
import type { Output, OutputLink, OutputNumber } from '../../output.ts';

export const KINDS: Readonly<Record<Output['sources'][number]['kind'], string>> = {
  person: 'person',
  'news-agency': 'news agency',
  media: 'media',
  government: 'government',
  organization: 'organization',
  group: 'group',
  anonymous: 'anonymous',
  document: 'document',
};

export const QUOTATIONS: Readonly<Record<Output['claims'][number]['quotation'], string>> = {
  direct: 'direct quotation',
  mixed: 'partly quoted',
  indirect: 'indirect speech',
  none: 'own voice',
};

const BASES: Readonly<Record<Output['article']['published']['basis'], string>> = {
  given: 'as given',
  metadata: 'from its metadata',
  'file-name': 'from the file name',
  dateline: 'from the dateline',
  inferred: 'inferred from the text',
  unknown: '',
};

export const DATE_BASES: Readonly<Record<Output['dates'][number]['basis'], string>> = {
  stated: 'as written',
  'year-inferred': 'year inferred',
  relative: 'relative to the day of publication',
  anaphoric: 'relative to a date before it',
  unresolved: 'not resolved',
};

const MODIFIERS: Readonly<Record<NonNullable<OutputNumber['modifier']>, string>> = {
  about: 'about',
  'more-than': 'more than',
  'at-least': 'at least',
  'less-than': 'less than',
  'at-most': 'at most',
  up: 'up',
  down: 'down',
};

/** @returns when an article appeared and how that is known, in words */
export function publishedWords({ date, basis, candidates }: Output['article']['published']): string {
  if (date !== null) return `Published ${date}, ${BASES[basis]}`;
  return candidates.length > 0 ? `Published ${candidates.join(' or ')}` : 'Day of publication unknown';
}

/** A number with its modifier, bounds, unit and what is counted, not escaped. */
export function numberWords({ kind, value, min, max, modifier, unit, counted }: OutputNumber): string {
  const amount =
    value !== null ? grouped(value) : min !== null || max !== null ? `${bound(min)} to ${bound(max)}` : 'some';
  const sign = kind === 'percent' || kind === 'percentage-point' ? '' : unit === null ? '' : ` ${unit}`;
  const percent = kind === 'percent' ? ' %' : kind === 'percentage-point' ? ' percentage points' : '';
  return `${modifier === null ? '' : `${MODIFIERS[modifier]} `}${amount}${percent}${sign}${counted === null ? '' : ` ${counted}`}`;
}

const bound = (value: number | null): string => (value === null ? 'any' : grouped(value));

/** Digits in groups of three, whatever the machine's locale. */
export function grouped(value: number): string {
  const [whole, rest] = String(value).split('.');
  if (!/^-?\d+$/.test(whole!)) return String(value);
  return whole!.replace(/(?<=\d)(?=(?:\d{3}){1,7}$)/g, ',') + (rest === undefined ? '' : `.${rest}`);
}

/** @returns the source's name, or what stands for it */
export function voiceOf(link: OutputLink, sources: ReadonlyMap<string, Output['sources'][number]>): string {
  const known = link.source === null ? undefined : sources.get(link.source);
  return known?.name ?? link.span?.text ?? 'nobody named';
}

/** @param share 0 to 1 */
export const percent = (share: number): string => `${Math.round(100 * share)} %`;

/** `1 claim`, `2 claims`. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;
