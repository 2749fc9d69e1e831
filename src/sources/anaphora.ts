/** "It", "they", "the agency": a source that an earlier one explains. Persons are resolved by the layer `people`. */
import type { SourceKind } from '../document.ts';
import type { Entry } from './index.ts';
import { kindOfWords } from './kinds.ts';

const THINGS: ReadonlySet<SourceKind> = new Set(['news-agency', 'media', 'government', 'organization', 'document']);
/** Nouns that take up any source of these kinds: "the paper" after "Le Monde". */
const TAKES_UP: Readonly<Record<string, readonly SourceKind[]>> = {
  agency: ['news-agency', 'government'],
  newspaper: ['media'],
  paper: ['media', 'document'],
  papers: ['media'],
  newspapers: ['media'],
  magazine: ['media'],
  daily: ['media'],
  weekly: ['media'],
  broadcaster: ['media'],
  channel: ['media'],
  network: ['media'],
  station: ['media'],
  radio: ['media'],
  television: ['media'],
  ministry: ['government'],
  company: ['organization'],
  group: ['organization', 'group'],
  party: ['organization'],
  union: ['organization'],
  report: ['document'],
  study: ['document'],
  statement: ['document'],
};

/** The earlier source that a pronoun or a definite noun takes up, or null. */
export function antecedent(text: string, entries: readonly Entry[]): Entry | null {
  const lower = text.toLowerCase();
  if (lower === 'it' || lower === 'its') return entries.findLast(({ kind }) => THINGS.has(kind)) ?? null;
  if (lower === 'they' || lower === 'their') {
    return entries.findLast(({ kind, name }) => kind === 'group' || (kind !== 'person' && /s$/u.test(name))) ?? null;
  }
  const noun = /^[Tt]he ([\p{Ll}-]+)$/u.exec(text)?.[1];
  if (!noun) return null;
  const kinds = TAKES_UP[noun];
  const same = entries.findLast(({ name }) => new RegExp(`\\b${noun}\\b`, 'iu').test(name));
  if (same) return same;
  if (kinds) return entries.findLast(({ kind }) => kinds.includes(kind)) ?? null;
  return kindOfWords(text) === 'group'
    ? (entries.findLast(({ name }) => name.toLowerCase().endsWith(noun)) ?? null)
    : null;
}
