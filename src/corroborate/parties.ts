/** Who stands at each step of a claim's chain: somebody by name, a medium, or somebody whom nobody names. */
import type { OutputSource, OutputSpan } from '../output.ts';
import { bodyKey, principalOf } from './bodies.ts';
import type { Member } from './cluster.ts';
import type { Outlets } from './outlets.ts';
import { plainName } from './plain-name.ts';
import type { Register, RegisterEntry } from './register.ts';
import type { Link } from './told.ts';

/** Known by name. */
export interface Named {
  readonly kind: 'named';
  readonly key: string;
  readonly name: string;
  readonly entry: RegisterEntry | null;
}

export type Party =
  | Named
  /** A paper, a station, an agency: it passes on what others say. */
  | { readonly kind: 'medium'; readonly key: string; readonly name: string; readonly entry: RegisterEntry | null }
  /** One or many: "officials", "a source", "reports". */
  | { readonly kind: 'unnamed'; readonly name: string };

const MEDIA = [
  'reports?|media|press|outlets?|news|rumou?rs?|newspapers?|papers?|websites?|sites?|blogs?|publications?',
  'television|tv|radio',
].join('|');
/** Words that say no more than that it was said elsewhere. */
const REPORTS = new RegExp(String.raw`\b(?:${MEDIA})\b`, 'i');

/**
 * Who stands behind one link of a chain: somebody named, a medium that passes on what others say, or somebody unnamed.
 *
 * @param at index of the article, by which the register knows its sources
 */
export function partyOf(link: Link, at: number, { sources }: Member, register: Register): Party {
  const source = link.source === null ? undefined : sources[link.source];
  if (!source) return { kind: 'unnamed', name: link.span?.text ?? '' };
  const entry = register.entryOf(at, source.id);
  if (isMedium(source) || entry?.kind === 'media' || entry?.kind === 'news-agency') {
    const name = source.kind === 'document' || entry === null ? register.outlets.namesIn(source.name)[0] : entry.name;
    return name === undefined
      ? { kind: 'unnamed', name: source.name }
      : { kind: 'medium', key: outletKey(name), name, entry };
  }
  if (entry === null || source.kind === 'group') {
    const principal = principalOf(link.span?.text ?? '');
    if (principal === null) return { kind: 'unnamed', name: source.name };
    return { kind: 'named', key: `body ${bodyKey(principal)}`, name: principal, entry: null };
  }
  const body = entry.kind === 'person' ? entry.speaksFor : entry.name;
  return { kind: 'named', key: body === null ? entry.id : `body ${bodyKey(body)}`, name: entry.name, entry };
}

/** The key of an outlet, whoever names it. */
export const outletKey = (name: string): string => `outlet ${plainName(name)}`;

function isMedium({ kind, name }: Pick<OutputSource, 'kind' | 'name'>): boolean {
  return kind === 'media' || kind === 'news-agency' || (kind === 'document' && REPORTS.test(name));
}

/** The outlet that heard it: "told CNN", "in an interview with the Guardian"; null where no outlet is named. */
export function hearerOf(
  { claim: { medium }, article }: Member,
  outlets: Outlets,
): { name: string; span: OutputSpan } | null {
  if (medium === null) return null;
  const words = medium.text.split(/\s+/);
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + 4); to > from; to -= 1) {
      const name = words
        .slice(from, to)
        .join(' ')
        .replace(/(?:['’]s?|[.,;:])$/u, '');
      if (!/^\p{Lu}/u.test(name)) continue;
      const outlet = outlets.meant(name, article.outlets);
      if (outlet) return { name: outlet.name, span: medium };
    }
  }
  return null;
}
