/** What kind of source a noun phrase names, from its words alone. */
import type { SourceKind } from '../document.ts';
import { loadLexicon, loadWords } from '../lexicon.ts';
import { plainWords } from './plain.ts';
import { endsAsOwner } from './possessive.ts';
import { nameTokens } from './tokens.ts';
import { mayStandIn, tracesOf } from './traces.ts';

interface Lexicons {
  readonly nouns: ReadonlyMap<string, SourceKind>;
  readonly names: ReadonlyMap<string, { readonly kind: SourceKind; readonly name: string | null }>;
  /** Nouns for persons beside those of `nouns`, in the singular. */
  readonly persons: ReadonlySet<string>;
  /** "German" and "Germans", as written. */
  readonly demonyms: ReadonlyMap<string, SourceKind>;
  /** What somebody is called whom such a word stands beside: "Finn" for "Finnish" and "Finland", as written. */
  readonly peoples: ReadonlyMap<string, readonly string[]>;
  /** Of the names, see `mayStandIn`. */
  readonly traces: Uint8Array;
}

let lexicons: Lexicons | null = null;

const UNNAMED = 'anonymous|anonymously|anonymity|unnamed|unidentified';
const IN_THE_KNOW =
  'familiar with|close to|with (?:direct |first-hand )?knowledge(?: of)?|briefed on|(?:person|people|individuals?) (?:directly )?involved (?:in|with)';
const NOT_NAMED = [
  'not to be (?:named|identified)|declined to be (?:named|identified)|without giving (?:a|his|her|their) name',
  'not authori[sz]ed|(?:did not want|did not wish|preferred not|refused|asked not|wished not) to (?:be named|be identified|give (?:a|his|her|their) name)',
].join('|');
/** "one of his ", "two of the president’s ". */
const SOME_OF_HIS = String.raw`(?:one|some|several|two) of (?:his|her|their|its|the president['’]s)?\s?`;
const CLOSE = '(?:close |top |senior )?';
const CONFIDANTS = '(?:advis[eo]rs|aides|associates|allies|confidants)';
const AIDES = '(?:advis[eo]rs|aides|associates|allies)';
const ONE_OF_THEIR = String.raw`one of [\p{L}'’.]+['’]s `;
const WITHHELD = new RegExp(
  String.raw`\b(?:${UNNAMED}|${IN_THE_KNOW}|${NOT_NAMED}|${SOME_OF_HIS}${CLOSE}${CONFIDANTS}|${ONE_OF_THEIR}${CLOSE}${AIDES})\b`,
  'iu',
);
const PREPOSITIONS_AND_PRONOUNS =
  'of|in|into|at|for|from|with|on|to|by|who|which|that|near|against|about|under|between|outside|inside|behind|like|including|within|among|across';
const PARTICIPLES =
  'interviewed|questioned|held|accused|charged|based|speaking|said|quoted|provided|released|published|carried';
/** What every text has that `WITHHELD` finds: it is long, and takes as much time to compile as a short article to read. */
const MAY_WITHHOLD = new RegExp(
  [
    'anonym|named|their name|h(?:is|er) name|identified|familiar|close to|knowledge|briefed|giving|authori|involved',
    'advis|aides|associates|allies|confidants',
  ].join('|'),
  'iu',
);
/** Participles that stand before a noun too: "a signed letter", "the letter signed by both". */
const EITHER_SIDE = [
  'commissioned|compiled|completed|conducted|contacted|familiar|filed|hired|involved|kept|leaked|obtained|polled|posted',
  'presented|reached|reviewed|seen|shown|signed|surveyed|taken|written',
].join('|');
const AFTER_PARTICIPLE = 'after|at|before|by|for|from|in|last|on|this|through|to|via|with';
const PARTICIPLE_BEHIND = String.raw`(?:${EITHER_SIDE})\s(?:${AFTER_PARTICIPLE})`;
/** What ends the part of a phrase in which its head stands. */
const AFTER_HEAD = new RegExp(
  String.raw`\s+(?:${PREPOSITIONS_AND_PRONOUNS}|${PARTICIPLES}|she|he|they|${PARTICIPLE_BEHIND})\b|,|\(|\s--?\s`,
  'u',
);
/**
 * The words without one of which no expression here finds anything in a phrase of small letters and spaces: each
 * alternative of `WITHHELD`, `AFTER_HEAD`, `PRESS_AGENCY` and of all that hold "of", "in" or "and" has one.
 */
const TELLING: ReadonlySet<string> = new Set(
  [PREPOSITIONS_AND_PRONOUNS, PARTICIPLES, EITHER_SIDE, UNNAMED, 'she|he|they|and|not|without|news|press|wire']
    .join('|')
    .split('|'),
);
/** "the secretary of state’s office": a title with "of" that owns the head. */
const OFFICE = /^[^,]*\bof \p{Ll}+['’]s \p{Ll}+$/u;
/** "a Department of Health spokesman": a body with "of" before the head, where that is somebody or a text. */
const BODY_BEFORE_HEAD = /^(?:\p{L}+ )?(?:\p{Lu}[\p{L}.&-]* ){1,4}of (?:\p{Lu}[\p{L}.&-]* ){1,5}\p{Ll}+$/u;
const NOT_BODIES: ReadonlySet<SourceKind | undefined> = new Set<SourceKind>(['person', 'group', 'document']);
/** "the Home (interior) minister". */
const ASIDE = /\s*\(\p{Ll}[^()]*\)\s*/u;
/** "One in five", with nothing behind. */
const SHARE_ALONE = /^\p{L}+ (?:in|out of) (?:\d+|three|four|five|six|seven|eight|nine|ten)$/iu;
/** "Six in 10 voters": of the voters. */
const SHARE = /^\p{L}+ (?:in|out of) (?:\d+|three|four|five|ten)\s+/iu;
const MAY_SHARE = /^\S+ (?:in|out) /iu;
/** What follows "and" in "the Florida senator and presidential candidate" begins without a determiner of its own. */
const OWN_DETERMINER = /^(?:the|an?|his|her|its|their|our|my|other|others|some|several|many|two|three)\s/iu;
const FULL_NAME = /(?:^|\s)\p{Lu}[\p{L}.'’-]*(?:\s+\p{Lu}[\p{L}.'’-]*)+$/u;
/** "one of the organisers": whose name is kept back. */
const ONE_OF = /^one of (?:the|his|her|their|its)\s+/iu;
const POSSESSIVE = /['’]s?$/u;
const PRESS_AGENCY = /\b(?:news|press|wire) (?:agency|agencies|service|services)\b/iu;
/** "The 24-year-old", "two 16-year-olds". */
const AGED = /-year-old(s?)$/u;
/** "The German" is somebody; "German" alone may be a language or part of a name. */
const ARTICLE = /^the\s+/iu;
const DETERMINER = /^(?:the|an?|this|that|another|these|those)\s/iu;

function load(): Lexicons {
  const names = new Map(
    loadLexicon(new URL('./names.tsv', import.meta.url)).map(([name, kind, canonical]) => [
      name!,
      { kind: kind as SourceKind, name: canonical ?? null },
    ]),
  );
  const demonyms = loadLexicon(new URL('./demonyms.tsv', import.meta.url));
  return {
    nouns: new Map(
      loadLexicon(new URL('./nouns.tsv', import.meta.url)).map(([noun, kind]) => [noun!, kind as SourceKind]),
    ),
    persons: loadWords(new URL('./persons.tsv', import.meta.url)),
    demonyms: new Map(demonyms.map(([noun, kind]) => [noun!, kind as SourceKind])),
    peoples: peoplesOf(demonyms),
    names,
    traces: tracesOf(names.keys()),
  };
}

function peoplesOf(demonyms: readonly (readonly string[])[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [noun = '', , beside = ''] of demonyms) {
    for (const word of [noun, ...beside.split(' ').filter((other) => other !== '')]) {
      const known = found.get(word);
      if (known) known.push(noun.toLowerCase());
      else found.set(word, [noun.toLowerCase()]);
    }
  }
  return found;
}

/** Initials with periods: "F.B.I." */
const DOTTED = /^(?:\p{Lu}\.){2,}$/u;

/**
 * The kind and the name to show of a name in the lexicon, or null. "The", a possessive and the periods of initials are left
 * aside, but where an entry has the article ("the hill") the text must have it too.
 */
export function knownName(text: string): { readonly kind: SourceKind; readonly name: string | null } | null {
  lexicons ??= load();
  const bare = text.includes('.') ? text.replace(ARTICLE, '') : text;
  if (bare.includes('.') && DOTTED.test(bare)) return knownName(bare.replaceAll('.', ''));
  if (!mayStandIn(lexicons.traces, text)) return null;
  // "The sun rose" is no newspaper.
  if (/^(?:the\s+)?\p{Ll}+$/u.test(text)) return null;
  let whole = text.toLowerCase().trim();
  if (endsAsOwner(whole)) whole = whole.replace(POSSESSIVE, '');
  const key = whole.startsWith('the') ? whole.replace(/^the\s+/u, '') : whole;
  if (key.length < whole.length) {
    const full = lexicons.names.get(`the ${key}`);
    if (full) return { kind: full.kind, name: text.replace(/^t/u, 'T').replace(POSSESSIVE, '') };
  }
  const known = lexicons.names.get(key);
  // Nor is "The union leader".
  if (known) return known.kind === 'media' && !/[\p{Lu}\p{N}]/u.test(text.replace(ARTICLE, '')) ? null : known;
  return key.includes('’') ? (lexicons.names.get(key.replaceAll('’', "'")) ?? null) : null;
}

/** Whether a word, as written, is what somebody is called after a country, region or city: "Briton", "Kenyans". */
export function isDemonym(form: string): boolean {
  lexicons ??= load();
  return lexicons.demonyms.has(form);
}

/** The nouns, in small letters, for somebody beside whose name such a word stands: "finn" for "Finnish", "kenyan" for "Kenya". */
export function demonymsBeside(form: string): readonly string[] {
  lexicons ??= load();
  return lexicons.peoples.get(form) ?? [];
}

/** The words up to and with the head noun: what stands before a preposition, a comma or a relative clause. */
export function headOf(text: string): string {
  if (text === lastHead.text) return lastHead.head;
  const named = text.slice(0, MAX_NAME_LENGTH);
  const end = named.search(AFTER_HEAD);
  const head = end > 0 ? named.slice(0, end) : named;
  lastHead = { text, head };
  return head;
}

/** The answer given last: several ask about a source one after the other. */
let lastHead = { text: '', head: '' };

/**
 * The kind that the words tell, or null where they tell nothing (a bare name that no lexicon holds, a thing).
 *
 * @param text a whole noun phrase as written
 */
export function kindOfWords(text: string): SourceKind | null {
  if (text === last.text) return last.kind;
  const kind = text.length < MIN_SHARED_LENGTH ? kindOfShort(text) : readKind(text);
  last = { text, kind };
  return kind;
}

/** What a source is called is read so far, in UTF-16 code units: what is longer holds a clause, and its head stands before it. */
export const MAX_NAME_LENGTH = 400;

/** "a number of analysts": of the analysts. */
const PARTS = [
  'batch|bunch|coalition|couple|group|handful|host|lot|majority|minority|number|pair|percentage|proportion|section|segment',
  'series|share|slew|string|variety',
].join('|');
const PARTITIVE = new RegExp(String.raw`^(?:an?|the|any) (?:\p{Ll}+ )?(?:${PARTS}) of (?=\p{L})`, 'u');

/** The answer given last: a source is asked about several times running. */
let last: { readonly text: string; readonly kind: SourceKind | null } = { text: '', kind: null };
/** Answers for short words: "police" or "the army" stand in most articles. */
const kinds = new Map<string, SourceKind | null>();
const MAX_KEPT = 4096;
/** The shortest part of a string, in UTF-16 code units, that keeps the whole in memory: V8 copies what is shorter. */
const MIN_SHARED_LENGTH = 13;

function kindOfShort(text: string): SourceKind | null {
  const known = kinds.get(text);
  if (known !== undefined) return known;
  if (kinds.size >= MAX_KEPT) kinds.clear();
  const kind = readKind(text);
  kinds.set(text, kind);
  return kind;
}

/** What an "o" is in small letters, and the bit by which its capital differs. */
const [SMALL_O, CASE] = [0x6f, 0x20] as const;

function readKind(phrase: string): SourceKind | null {
  const text = phrase.slice(0, MAX_NAME_LENGTH);
  lexicons ??= load();
  const words = plainWords(text, TELLING);
  if (words !== null) {
    lastHead = { text, head: text };
    return kindOfPlain(lexicons, text, words);
  }
  if (MAY_WITHHOLD.test(text) && WITHHELD.test(text)) return 'anonymous';
  const rest = text.includes(' of ') ? text.replace(PARTITIVE, '') : text;
  if (rest.length < text.length) return severalOf(kindOfWords(rest));
  if ((text.charCodeAt(0) | CASE) === SMALL_O && ONE_OF.test(text) && kindOfWords(text.replace(ONE_OF, '')) === 'group')
    return 'anonymous';
  const known = knownName(text);
  if (known) return known.kind;
  if (MAY_SHARE.test(text) && SHARE_ALONE.test(text)) return 'group';
  const whole = text.includes('(') ? text.replace(ASIDE, ' ') : text;
  const plain = MAY_SHARE.test(whole) ? whole.replace(SHARE, '') : whole;
  const core = plain.includes('of ') && (OFFICE.test(plain) || belongsToBody(lexicons, plain)) ? plain : headOf(plain);
  const knownCore = core.length < plain.length ? knownName(core) : null;
  if (knownCore) return knownCore.kind;
  const tokens = nameTokens(core);
  if (tokens.length === 0) return null;
  if (tokens.length > 2 && core.includes('and') && /\band\b/u.test(core))
    return hasTwoRoles(lexicons, core) ? 'person' : 'group';
  const called = calledAfter(lexicons, core, tokens.at(-1)!);
  if (called) return called;
  const ending = tokens.at(-1)!.toLowerCase();
  const last = /[.-]$/.test(ending) ? ending.replace(/[.-]+$/u, '') : ending;
  const pair = tokens.slice(-2).join(' ').toLowerCase();
  if (tokens.length > 1 && PRESS_AGENCY.test(core) && !/kremlin|governor|president/iu.test(core)) {
    return /\b(?:press service)\b/iu.test(core) ? 'government' : 'news-agency';
  }
  const before = tokens.at(-2);
  const isName =
    /^\p{Lu}/u.test(tokens.at(-1)!) &&
    before !== undefined &&
    before === before.toLowerCase() &&
    lexicons.nouns.has(before);
  // "the agency DPA": the name knows better than the noun before it.
  const introduced = isName ? knownName(tokens.at(-1)!) : null;
  if (introduced?.kind === 'news-agency' || (isName && before === 'agency')) return 'news-agency';
  const head = lexicons.nouns.get(pair) ?? (isName ? undefined : kindOfNoun(lexicons, last));
  if (head) return of(head, core);
  for (let at = tokens.length - 2; at >= 0; at -= 1) {
    if (POSSESSIVE.test(tokens[at]!) || /['’]$/u.test(tokens[at]!)) break;
    const kind = lexicons.nouns.get(tokens[at]!.toLowerCase());
    if (/^\p{Lu}/u.test(tokens[at]!) && kind !== 'person' && kind !== 'media') continue;
    if (kind) return kind === 'group' ? null : of(kind, core);
  }
  for (let from = 1; from < tokens.length; from += 1) {
    const tail = knownName(tokens.slice(from).join(' '));
    if (tail) return tail.kind;
  }
  return null;
}

/**
 * What `readKind` finds in a phrase of plain words, of which nearly all of an article's phrases are: the same without the
 * expressions that find nothing there.
 */
function kindOfPlain(lexicons: Lexicons, text: string, words: readonly string[]): SourceKind | null {
  const known = knownName(text);
  if (known) return known.kind;
  const end = words.length - 1;
  const last = words[end]!.toLowerCase();
  const pair = end > 0 ? `${words[end - 1]!.toLowerCase()} ${last}` : last;
  const head = lexicons.nouns.get(pair) ?? kindOfNoun(lexicons, last);
  if (head) return of(head, text);
  for (let at = end - 1; at >= 0; at -= 1) {
    const lower = words[at]!.toLowerCase();
    const kind = lexicons.nouns.get(lower);
    if (kind === undefined || (lower !== words[at] && kind !== 'person' && kind !== 'media')) continue;
    return kind === 'group' ? null : of(kind, text);
  }
  for (let from = 1; from < end; from += 1) {
    const tail = knownName(words.slice(from).join(' '));
    if (tail) return tail.kind;
  }
  return null;
}

function belongsToBody(lexicons: Lexicons, text: string): boolean {
  return BODY_BEFORE_HEAD.test(text) && NOT_BODIES.has(kindOfNoun(lexicons, lastWord(text)));
}

/** "The coach and father", "former businessman and club chairman Bernard Tapie": one person with two roles. */
function hasTwoRoles(lexicons: Lexicons, core: string): boolean {
  const at = core.indexOf(' and ');
  const [role, other] = [headOf(core.slice(0, at)), core.slice(at + ' and '.length)];
  const isPerson = (words: string): boolean => kindOfNoun(lexicons, lastWord(words)) === 'person';
  return isPerson(role) && !OWN_DETERMINER.test(other) && (isPerson(other) || FULL_NAME.test(other));
}

const lastWord = (words: string): string => words.slice(words.lastIndexOf(' ') + 1).toLowerCase();

/** Several of a kind: of bodies a group. */
const severalOf = (kind: SourceKind | null): SourceKind | null =>
  kind === 'organization' || kind === 'government' ? 'group' : kind;

/** Somebody called after an age or a people: "the 24-year-old", "the Finn". */
function calledAfter({ demonyms }: Lexicons, core: string, last: string): SourceKind | undefined {
  const aged = core.includes('-year-old') ? AGED.exec(core) : null;
  if (aged) return aged[1] === 's' ? 'group' : 'person';
  return DETERMINER.test(core) ? demonyms.get(last) : undefined;
}

/** "mother-of-two": the mother. */
const OF_HOW_MANY = /-of-\p{L}+$/u;

/** The kind that a noun in small letters tells; the plural of a person is a group. */
function kindOfNoun({ nouns, persons }: Lexicons, noun: string): SourceKind | undefined {
  const bare = noun.includes('-of-') ? noun.replace(OF_HOW_MANY, '') : noun;
  const known = nouns.get(bare);
  if (known) return known;
  if (persons.has(bare)) return 'person';
  return bare.endsWith('s') && persons.has(singular(bare)) ? 'group' : undefined;
}

function singular(plural: string): string {
  return plural.endsWith('ies') ? `${plural.slice(0, -3)}y` : plural.slice(0, -1);
}

const OF_A_STATE = 'city|town|county|district|state|federal|national security|security|privy';
const PART_OF_A_STATE = new RegExp(String.raw`\b(?:${OF_A_STATE}) (?:council|commission|agency|assembly)\b`, 'iu');

/** Institutions of a state are its government, whatever they are called. */
function of(kind: SourceKind, core: string): SourceKind {
  return kind === 'organization' && PART_OF_A_STATE.test(core) ? 'government' : kind;
}
