/**
 * Packs `gazetteer.tsv` into `src/names/gazetteer.bin`; with the path of faker's `dist/index.js` it makes the list anew before,
 * from the locales of @faker-js/faker and the lexicon of compromise (both MIT).
 *
 *     npm pack @faker-js/faker@10.6.0 && tar xzf faker-js-faker-10.6.0.tgz
 *     npm run train -- gazetteer package/dist/index.js
 *
 * faker is no dependency of ours: it is read once, here. Names in Cyrillic are put into Latin letters as newspapers do.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import nlp from 'compromise';
import { loadLexicon } from '../../src/lexicon.ts';
import { wordTable } from '../../src/model/word-table.ts';
import { fold, GAZETTEER_VERSION } from '../../src/names/gazetteer.ts';
import { textPart, wordTableParts, writeWeights } from './weights.ts';

type Names = Partial<Record<'generic' | 'female' | 'male', string[]>>;
interface Locale {
  person?: { first_name?: Names; last_name?: Names };
  location?: { city_name?: string[]; country?: string[]; state?: string[] };
}

/** Vietnamese first names are pairs of short syllables ("An Di") that are English words. */
const NO_FIRST_NAMES = new Set(['vi', 'eo']);
const ENGLISH = /^en/;

const CYRILLIC: Record<string, string> = Object.fromEntries(
  (
    'а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ' +
    'ш sh щ shch ъ  ы y ь  э e ю yu я ya і i ї i є ye ґ g ј j љ lj њ nj ќ k ѓ g ѕ dz џ dzh'
  )
    .split(/(?<=\p{Script=Cyrillic}) /u)
    .map((_, index, parts) => [parts[index]!.slice(-1), (parts[index + 1] ?? '').split(' ')[0]!] as const),
);

function latin(word: string): string {
  return /\p{Script=Cyrillic}/u.test(word) ? [...word.toLowerCase()].map((c) => CYRILLIC[c] ?? c).join('') : word;
}

const flags = new Map<string, Set<string>>();

/** Notes the single words of a name; words of one or two letters only where they are a whole name. */
function note(name: string, flag: string): void {
  const words = latin(name).split(/[\s-]+/u);
  for (const word of words) {
    const key = fold(word.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''));
    if (!/^[a-z][a-z'’]+$/.test(key) || (key.length < 3 && words.length > 1)) continue;
    const known = flags.get(key) ?? new Set();
    flags.set(key, known.add(flag));
  }
}

function noteLocale(code: string, { person, location }: Locale): void {
  const english = ENGLISH.test(code);
  if (!NO_FIRST_NAMES.has(code)) {
    for (const gender of ['generic', 'female', 'male'] as const) {
      for (const name of person?.first_name?.[gender] ?? []) {
        note(name, english ? 'F' : 'f');
        note(name, gender === 'female' ? 'w' : gender === 'male' ? 'm' : 'n');
      }
    }
  }
  for (const name of Object.values(person?.last_name ?? {}).flat()) note(name, english ? 'L' : 'l');
  for (const name of location?.city_name ?? []) note(name, 'c');
  if (english) for (const name of [location?.country, location?.state].flat()) if (name) note(name, 'C');
}

/** Tags of compromise's lexicon, in our flags. */
const TAGS: Record<string, string> = {
  FemaleName: 'Fw',
  MaleName: 'Fm',
  FirstName: 'Fn',
  LastName: 'L',
  City: 'c',
  Place: 'c',
  Country: 'C',
  Region: 'C',
  Demonym: 'd',
  Organization: 'o',
  SportsTeam: 'o',
  Actor: 'r',
};
for (const tag of [
  'Infinitive',
  'PastTense',
  'PresentTense',
  'Gerund',
  'Adjective',
  'Singular',
  'Plural',
  'Uncountable',
])
  TAGS[tag] = 'x';

/** The list as people read it. */
export const LIST = new URL('gazetteer.tsv', import.meta.url);

/** @param options the path of faker's `dist/index.js`, where the list is to be made anew */
export async function train([path]: readonly string[]): Promise<void> {
  if (path !== undefined) await makeList(path);
  packList(new URL('../../src/names/gazetteer.bin', import.meta.url));
}

/** Packs the list into a file that is read as it is. */
export function packList(url: URL): void {
  const rows = loadLexicon(LIST);
  const words = new Map(rows.flatMap(([, listed], set) => listed!.split(' ').map((word) => [word, set] as const)));
  const sets = textPart(
    'sets',
    rows.map(([names]) => names!),
  );
  const header = { name: 'gazetteer', version: GAZETTEER_VERSION, shape: { words: words.size } };
  const size = writeWeights(url, header, [...wordTableParts(wordTable(words)), sets]);
  console.error(`${words.size} words, ${size} bytes`);
}

async function makeList(path: string): Promise<void> {
  const faker = (await import(pathToFileURL(path).href)) as { allLocales: Record<string, Locale> };
  for (const [code, locale] of Object.entries(faker.allLocales)) noteLocale(code, locale);
  const { lexicon } = (nlp.model() as { one: { lexicon: Record<string, string | string[]> } }).one;
  for (const [word, tags] of Object.entries(lexicon)) {
    for (const tag of [tags].flat()) {
      for (const flag of TAGS[tag] ?? '') if (flag !== 'x' || !word.includes(' ')) note(word, flag);
    }
  }

  /** Words by the set of their flags: a third of the size and of the time to load of one word a line. */
  const bySet = new Map<string, string[]>();
  for (const [word, set] of flags) {
    const key = [...set].sort().join('');
    bySet.set(key, [...(bySet.get(key) ?? []), word]);
  }
  const rows = [...bySet]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([key, words]) => `${key}\t${words.sort().join(' ')}`);
  writeFileSync(
    LIST,
    `# source: @faker-js/faker 10.6.0 (person and location lists of all Latin and Cyrillic locales) and the lexicon of compromise 14.17, by bench/train/gazetteer.ts
# licence: MIT (both)
# taken: 2026-11-22
# why: evidence for the name tagger, words by their set of flags: F first name (English list), f (other list), w m n women's, men's, both; L l last name; c word of a city's name; C of a country or state; d people; o organization; r occupation; x common English word
${rows.join('\n')}\n`,
  );
}
