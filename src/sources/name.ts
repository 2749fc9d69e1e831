/** The name to show for a source that is no person with a name. */
import type { SourceKind } from '../document.ts';
import { isDemonym, kindOfWords, knownName, MAX_NAME_LENGTH } from '../source-kinds/index.ts';

const ARTICLE = /^(?:the|an?)\s+/iu;
const POSSESSIVE = /(?<=^\p{Lu}\S*)['’]s?$/u;
/** Small letters: in "the Somali National News Agency" the words are part of the name. */
const AGENCY = /\s*(?:,\s*)?(?:the\s+)?(?:official\s+|state-run\s+)?(?:news|press)\s+agency$/u;
const PAPER = /\s+(?:newspaper|daily|weekly|tabloid)$/u;
/** ", which owns 300 bakeries", ", the country's biggest lender", ", Europe's third-largest maker of packaging", ", for its part". */
const APPOSITION = /,\s+(?:\p{Ll}|\p{Lu}\S*['’]s\s).*$/su;
/** ", which runs 143 hotels". */
const CLAUSE = /,\s+(?:which|whose)\s.*$/su;
const BODIES: ReadonlySet<SourceKind> = new Set(['organization', 'government', 'media', 'news-agency']);

const PREPOSITION = /^(?:of|for|to|by|with|from|against|about|on|in|at|and|or|than|near|under|over|who|which|that)$/u;
const CALLED = /\b(?:called|named|dubbed|known as)\s+(?=["“‘']?[\p{Lu}\p{N}])/u;
/** "state-run", "Hamas-affiliated", "conservative-leaning". */
const PARTICIPLE =
  /^\p{L}[\p{L}.-]*-(?:run|owned|affiliated|backed|based|leaning|controlled|funded|linked|aligned|government|opposition)$/u;
/** Nouns that no name begins with: at the start of a sentence they stand in capitals. */
const NEVER_A_NAME =
  /^(?:Broadcaster|Developer|Publisher|Retailer|\p{Lu}\p{Ll}+maker|Newspaper|Airline|Supermarket|Brewer|Lender|Website|Operator|Insurer|Tabloid|Manufacturer|Supplier|Contractor|Housebuilder)$/u;
/** What stands in small letters before a comma, and the name behind it: "A Czech sports site, Led24". */
const BEHIND_COMMA =
  /(?:^|\s)\p{Ll}[\p{Ll}-]*,\s+((?:the\s+)?[\p{Lu}\p{N}][^\s,]*(?:\s+(?:of|the|de|la|and|&|for|[\p{Lu}\p{N}][^\s,]*))*),?$/u;

/**
 * "Russia’s RIA news agency" is RIA, "the daily Gazeta Wyborcza" stays itself without its article, "the charity Sleep Well"
 * is Sleep Well; groups and unnamed sources keep their words.
 */
export function nameOf(text: string, kind: SourceKind): string {
  if (text.length > MAX_NAME_LENGTH) return text;
  const known = knownName(text);
  if (known?.name) return known.name;
  const whole = kind === 'anonymous' ? text : text.replace(CLAUSE, '');
  const told = whole.replace(ARTICLE, '');
  const bare = /^\p{Lu}/u.test(told) && kind !== 'group' && kind !== 'anonymous' ? told.replace(APPOSITION, '') : told;
  if (kind === 'person') return bare.replace(POSSESSIVE, '');
  if (!BODIES.has(kind)) return whole;
  const name = nameInside(bare);
  return kind === 'news-agency' || kind === 'media' ? mediumOf(name) : name;
}

/** The name of a paper or an agency without what it is and where it is from. */
function mediumOf(text: string): string {
  const bare = text.replace(AGENCY, '').replace(PAPER, '');
  const tokens = bare.split(/\s+/u);
  for (let from = 0; from < tokens.length; from += 1) {
    if (from > 0 && !isOrigin(tokens[from - 1]!)) break;
    const tail = tokens.slice(from).join(' ').replace(/[()]/gu, '');
    const name = knownName(tail);
    if (name) return name.name ?? tail;
  }
  return bare || text;
}

/** "Russia’s", "Chinese", "state-run" before the name of a paper are no part of it; "Cape", "Radio", "National" are. */
function isOrigin(token: string): boolean {
  return /^\p{Ll}|['’]s?$/u.test(token) || isDemonym(token) || PARTICIPLE.test(token);
}

/** The name that common nouns introduce: "homelessness charity Shelter", "The studio, Oak & Lantern"; or the whole. */
function nameInside(text: string): string {
  const called = CALLED.exec(text);
  if (called) return text.slice(called.index + called[0].length);
  const behind = BEHIND_COMMA.exec(text);
  if (behind) return behind[1]!.replace(ARTICLE, '');
  const tokens = text.split(/\s+/u);
  let from = 0;
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (PREPOSITION.test(token) || token.endsWith(',')) break;
    if (/^[\p{Lu}\p{N}]/u.test(tokens[at + 1]!) && introduces(token, at)) from = at + 1;
  }
  return tokens.slice(from).join(' ');
}

function introduces(token: string, at: number): boolean {
  if (PARTICIPLE.test(token)) return true;
  if (/^\p{Lu}/u.test(token)) return at === 0 && NEVER_A_NAME.test(token);
  if (token === 'both' || /^\p{Ll}+['’]s?$/u.test(token)) return true;
  const kind = /^\p{Ll}[\p{Ll}-]+$/u.test(token) ? kindOfWords(token) : null;
  return kind !== null && kind !== 'document' && kind !== 'anonymous';
}
