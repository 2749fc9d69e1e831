/** The name to show for a source that is no person with a name. */
import type { SourceKind } from '../document.ts';
import { bitOf, gazetteerBits } from '../names/gazetteer.ts';
import { demonymsBeside, isDemonym, kindOfWords, knownName, MAX_NAME_LENGTH } from '../source-kinds/index.ts';
import { endsAsOwner } from '../source-kinds/possessive.ts';

const ARTICLE = /^(?:the|an?)\s+/iu;
const OWNER = /^(?:His|Her|Its|Their|Our|My|This|That|Both|Another)\b/u;
const POSSESSIVE = /(?<=^\p{Lu}\S*)['’]s?$/u;
/** What a body is, in small letters behind its name: in "the Somali National News Agency" the words are part of the name. */
const BEHIND_NAME = new Map<SourceKind, RegExp>([
  ['news-agency', /\s*(?:,\s*)?(?:the\s+)?(?:official\s+|state-run\s+)?(?:news\s+|press\s+)?agency$/u],
  ['media', /\s+(?:newspaper|daily|weekly|tabloid|website|site|portal|network|channel|(?:news|press)\s+agency)$/u],
  ['organization', /\s+(?:party|union)$/u],
]);
/** ", which owns 300 bakeries", ", the country's biggest lender", ", Europe's third-largest maker of packaging", ", for its part". */
const APPOSITION = /,\s+(?:\p{Ll}|\p{Lu}\S*['’]s\s).*$/su;
/** ", who did not want to give his name", ", which runs 143 hotels": what is told of a source is no part of its name. */
const CLAUSE = /,\s+(?:(?:of|for|to|in|with)\s+)?(?:who|whom|whose|which|where|when)\s.*$/su;
const PLACES = bitOf('c') | bitOf('C') | bitOf('d');
export const BODIES: ReadonlySet<SourceKind> = new Set(['organization', 'government', 'media', 'news-agency']);

const PREPOSITIONS: ReadonlySet<string> = new Set(
  'of for to by with from against about on in at and or than near under over who which that'.split(' '),
);
const CALLED = /\b(?:called|named|dubbed|known as)\s+(?=["“‘']?[\p{Lu}\p{N}])/u;
const TIED = 'run|owned|affiliated|backed|based|leaning|controlled|funded|linked|aligned|government|opposition';
/** "state-run", "Hamas-affiliated", "conservative-leaning". */
const PARTICIPLE = new RegExp(String.raw`^\p{L}[\p{L}.-]*-(?:${TIED})$`, 'u');
/** Nouns that no name begins with: at the start of a sentence they stand in capitals. */
const NEVER_FIRST = new Set(
  (
    'Airline Brewer Broadcaster Contractor Developer Housebuilder Insurer Lender Manufacturer Newspaper Operator Publisher ' +
    'Retailer Supermarket Supplier Tabloid Website'
  ).split(' '),
);
const MAKER = /^\p{Lu}\p{Ll}+maker$/u;
const CAPITAL_WORD = String.raw`[\p{Lu}\p{N}][^\s,]*`;
const NAME = String.raw`(?:the\s+)?${CAPITAL_WORD}(?:\s+(?:of|the|de|la|and|&|for|${CAPITAL_WORD}))*`;
/** What stands in small letters before a comma, and the name behind it: "A Czech sports site, Led24". */
const BEHIND_COMMA = new RegExp(String.raw`(?:^|\s)\p{Ll}[\p{Ll}-]*,\s+(${NAME}),?$`, 'u');

/**
 * "Russia’s RIA news agency" is RIA, "the daily Gazeta Wyborcza" stays itself without its article, "the charity Sleep Well"
 * is Sleep Well; groups and unnamed sources keep their words but for a relative clause after a comma.
 */
export function nameOf(words: string, kind: SourceKind): string {
  const withComma = words.includes(',');
  const text = withComma ? words.replace(CLAUSE, '') : words;
  if (text.length > MAX_NAME_LENGTH) return text;
  const known = knownName(text);
  if (known?.name) return known.name;
  if (kind !== 'person' && !BODIES.has(kind)) return text;
  const told = text.replace(ARTICLE, '');
  const bare = withComma && /^\p{Lu}/u.test(told) ? told.replace(APPOSITION, '') : told;
  if (kind === 'person') return endsAsOwner(bare) ? bare.replace(POSSESSIVE, '') : bare;
  return withoutOrigin(introductionOf(bare)?.name ?? bare, kind);
}

/** A name without what it is and where it is from: RIA of "Russia’s RIA news agency". */
function withoutOrigin(text: string, kind: SourceKind): string {
  const behind = BEHIND_NAME.get(kind);
  if (behind === undefined) return text;
  const cut = text.replace(behind, '');
  const named =
    /^\p{Lu}/u.test(cut) && !OWNER.test(cut) && (knownMedium(cut) !== null || !cut.split(/\s+/u).every(isOrigin));
  const bare = named ? cut : text;
  if (kind === 'organization') return bare;
  const tokens = bare.split(/\s+/u);
  for (let from = 0; from < tokens.length; from += 1) {
    const before = tokens[from - 1];
    // "Russian RIA", but "the Austrian Times".
    if (before !== undefined && !(isDescriptive(before) || (kind === 'news-agency' && isPeople(before)))) break;
    const tail = tokens.slice(from).join(' ').replace(/[()]/gu, '');
    const name = knownMedium(tail);
    if (name) return name.name ?? tail;
    // "Germany's Sächsische Rundschau"
    if (before && /['’]s?$/u.test(before) && isOrigin(before) && /^\p{Lu}/u.test(tail)) return tail;
  }
  return bare;
}

function knownMedium(name: string): ReturnType<typeof knownName> {
  const known = knownName(name);
  return known?.kind === 'media' || known?.kind === 'news-agency' ? known : null;
}

/** "Russia’s", "state-run", "Chinese", "Seoul": where something is from, and no name of a paper. */
function isOrigin(token: string): boolean {
  if (/^\p{Ll}/u.test(token) || PARTICIPLE.test(token)) return true;
  const word = token.replace(/['’]s?$/u, '');
  return token === 'State' || isPeople(word) || (gazetteerBits(word.toLowerCase()) & PLACES) !== 0;
}

const isPeople = (word: string): boolean => isDemonym(word) || demonymsBeside(word).length > 0;

function isDescriptive(token: string): boolean {
  return /^\p{Ll}|['’]s?$/u.test(token) || PARTICIPLE.test(token);
}

/** A name and the common nouns that introduce it. */
export interface Introduction {
  readonly name: string;
  readonly by: string;
  readonly behindComma: boolean;
}

/** "homelessness charity Shelter", "The studio, Oak & Lantern", "a group called Sunrise"; null where no noun introduces a name. */
export function introductionOf(text: string): Introduction | null {
  if (text.length > MAX_NAME_LENGTH) return null;
  if (!/\s/u.test(text)) return null;
  const called = text.includes('ed') || text.includes('known') ? CALLED.exec(text) : null;
  if (called) {
    const by = text.slice(0, called.index).trim();
    return { name: text.slice(called.index + called[0].length), by, behindComma: false };
  }
  const behind = text.includes(',') ? BEHIND_COMMA.exec(text) : null;
  if (behind) {
    const by = text.slice(0, text.indexOf(',', behind.index));
    return { name: behind[1]!.replace(ARTICLE, ''), by, behindComma: true };
  }
  const tokens = text.split(/\s+/u);
  let from = 0;
  for (let at = 0; at + 1 < tokens.length; at += 1) {
    const token = tokens[at]!;
    if (PREPOSITIONS.has(token) || token.endsWith(',')) break;
    if (/^[\p{Lu}\p{N}@]/u.test(tokens[at + 1]!) && introduces(token, at)) from = at + 1;
  }
  if (from === 0) return null;
  return { name: tokens.slice(from).join(' '), by: tokens.slice(0, from).join(' '), behindComma: false };
}

function introduces(token: string, at: number): boolean {
  if (token.includes('-') && PARTICIPLE.test(token)) return true;
  if (/^\p{Lu}/u.test(token)) return at === 0 && (NEVER_FIRST.has(token) || MAKER.test(token));
  if (token === 'both' || /^\p{Ll}+['’]s?$/u.test(token)) return true;
  const kind = /^\p{Ll}[\p{Ll}-]+$/u.test(token) ? kindOfWords(token) : null;
  return kind !== null && kind !== 'document' && kind !== 'anonymous';
}
