/** The name to show for a source that is no person with a name. */
import type { SourceKind } from '../document.ts';
import { knownName, MAX_NAME_LENGTH } from '../source-kinds/index.ts';

const ARTICLE = /^(?:the|an?)\s+/iu;
const POSSESSIVE = /(?<=^\p{Lu}\S*)['’]s?$/u;
const AGENCY = /\s*(?:,\s*)?(?:the\s+)?(?:official\s+|state-run\s+)?(?:news|press)\s+agency$/iu;
/** ", which owns 300 bakeries", ", the country's biggest lender", ", Europe's third-largest maker of packaging", ", for its part". */
const APPOSITION = /,\s+(?:\p{Ll}|\p{Lu}\S*['’]s\s).*$/su;
const PAPER = /\s+(?:newspaper|daily|weekly|magazine|tabloid)$/iu;

/**
 * "Russia’s RIA news agency" is RIA, "the daily Gazeta Wyborcza" stays itself without its article; groups and unnamed
 * sources keep their words.
 */
export function nameOf(text: string, kind: SourceKind): string {
  if (text.length > MAX_NAME_LENGTH) return text;
  const known = knownName(text);
  if (known?.name) return known.name;
  const told = text.replace(ARTICLE, '');
  const bare = /^\p{Lu}/u.test(told) && kind !== 'group' && kind !== 'anonymous' ? told.replace(APPOSITION, '') : told;
  if (kind === 'news-agency' || kind === 'media') {
    const tokens = bare.replace(AGENCY, '').replace(PAPER, '').split(/\s+/u);
    for (let from = 0; from < tokens.length; from += 1) {
      const tail = tokens.slice(from).join(' ').replace(/[()]/gu, '');
      const name = knownName(tail);
      if (name) return name.name ?? tail;
    }
    return bare.replace(AGENCY, '').replace(PAPER, '') || bare;
  }
  if (kind === 'person') return bare.replace(POSSESSIVE, '');
  return kind === 'organization' || kind === 'government' ? bare : text;
}
