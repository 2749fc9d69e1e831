/** Who stands at each step of a claim's chain: somebody by name, a medium, or somebody whom nobody names. */
import type { OutputClaim, OutputLink, OutputSource, OutputSpan } from '../output.ts';
import { outletNamed, outletsEndingIn, plainName } from './outlets.ts';
import type { Register, RegisterEntry } from './register.ts';
import type { ToldArticle } from './told.ts';

export type Party =
  /** Known by name. */
  | { readonly kind: 'named'; readonly key: string; readonly name: string; readonly entry: RegisterEntry | null }
  /** A paper, a station, an agency: it passes on what others say. */
  | { readonly kind: 'medium'; readonly key: string; readonly name: string; readonly entry: RegisterEntry | null }
  /** One or many: "officials", "a source", "reports". */
  | { readonly kind: 'unnamed'; readonly name: string };

/** Words that say no more than that it was said elsewhere. */
const REPORTS =
  /\b(?:reports?|media|press|outlets?|news|rumou?rs?|newspapers?|papers?|websites?|sites?|blogs?|publications?|television|tv|radio)\b/i;

export function partyOf(link: OutputLink, at: number, article: ToldArticle, register: Register): Party {
  const source = link.source === null ? undefined : article.sources.get(link.source);
  if (!source) return { kind: 'unnamed', name: link.span?.text ?? '' };
  const entry = register.entryOf(at, source.id);
  if (isMedium(source)) {
    if (entry === null) return { kind: 'unnamed', name: source.name };
    return { kind: 'medium', key: outletKey(entry.name), name: entry.name, entry };
  }
  const principal = principalOf(link.span?.text ?? '');
  if (principal !== null) return { kind: 'named', key: `body ${plainName(principal)}`, name: principal, entry };
  if (entry !== null) return { kind: 'named', key: keyOfEntry(entry), name: entry.name, entry };
  return { kind: 'unnamed', name: source.name };
}

/** The key of an outlet, whoever names it. */
export const outletKey = (name: string): string => `outlet ${plainName(name)}`;

function isMedium({ kind, name }: OutputSource): boolean {
  return kind === 'media' || kind === 'news-agency' || (kind === 'document' && REPORTS.test(name));
}

/** A body is a key under its name, so that its spokesman, who is known by the same name, is the same origin. */
function keyOfEntry({ id, kind, name }: RegisterEntry): string {
  return kind === 'organization' || kind === 'government' ? `body ${plainName(name)}` : id;
}

const SPOKEN_FOR = [
  /\bspokes(?:man|woman|person|people)\s(?:for|of)\s(?:the\s)?(\p{Lu}[\p{L}\p{N}&.’' -]*)/u,
  /^(?:(?:[Aa]n?|[Tt]he)\s)?(\p{Lu}[\p{L}\p{N}&.’' -]*?)(?:['’]s)?\sspokes(?:man|woman|person)\b/u,
];

/** For whom a spokesman speaks: "a spokeswoman for Apple", "Apple spokesman Tom Neumayr"; else null. */
export function principalOf(words: string): string | null {
  for (const pattern of SPOKEN_FOR) {
    const name = pattern.exec(words)?.[1]?.replace(/^the /i, '').trim();
    if (name) return name;
  }
  return null;
}

/** The outlet that heard it: "told CNN", "in an interview with the Guardian"; null where no outlet is named. */
export function hearerOf({ medium }: OutputClaim, article: ToldArticle): { name: string; span: OutputSpan } | null {
  if (medium === null) return null;
  const words = medium.text.split(/\s+/);
  for (let from = 0; from < words.length; from += 1) {
    for (let to = Math.min(words.length, from + 4); to > from; to -= 1) {
      const name = words
        .slice(from, to)
        .join(' ')
        .replace(/[.,;:’']+s?$/u, '');
      if (!/^\p{Lu}/u.test(name)) continue;
      const full = outletsEndingIn(name).filter((outlet) => article.outlets.includes(outlet.name));
      const outlet = full.length === 1 ? full[0]! : full.length === 0 ? outletNamed(name) : null;
      if (outlet) return { name: outlet.name, span: medium };
    }
  }
  return null;
}
