/** Texts of the program's own words: lexicon entries, names, marks, dates and layouts, drawn by a seeded generator. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCES = fileURLToPath(new URL('../src', import.meta.url));

/** The first columns of every lexicon; of lists of words each word. */
const LEXICONS: readonly (readonly string[])[] = readdirSync(SOURCES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.tsv'))
  .sort()
  .map((name) =>
    readFileSync(join(SOURCES, name), 'utf8')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith('#'))
      .map((line) => line.split('\t')[0]!),
  );
const CUES = 'said told says denied according to reported quoted citing warned asked accused believes added'.split(' ');
const NAMES =
  'Anna Weber,Smith,Lukashenko,Xi Jinping,Bill,Mr. Lee,Reuters,Tass,Minsk,the U.S.,Weber’s,Jr.,de Vries'.split(',');
const MARKS = [
  ...'.,;:!?-–—()[]"“”‘’\'«»/|•…%$€#*@&',
  '...',
  '--',
  "n't",
  '’s',
  '\u00a0',
  '\u200b',
  '\u2028',
  'é',
  '中',
  '😀',
];
const DATES =
  'Monday|on 16 October 2016|May 5|2020-09-13|9/11|last week|this year|the 1990s|Q3|10:30 a.m.|two years ago|the same day|in March|’98|early 2017|daily'.split(
    '|',
  );
const FIGURES =
  '12|1,234.5|$3m|10 percent|two dozen|3-2|½|1st|65km|40 000|6.02e23|one in five|twice|99,9|192.168.1.1'.split('|');
const SMALL = 'the a of to and that which who he she they it if because not was had in by for as'.split(' ');
const LAYOUT = [' ', ' ', ' ', ' ', '\n', '\n\n', ', ', '', '\t', '  ', '.\n', ' “', '” ', ' (', ') '];

const POOLS = [CUES, NAMES, MARKS, DATES, FIGURES, SMALL] as const;

/** A number from 0 to 1, the next of a row that the seed decides (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * A text that grows: a row of places, each filled from one list, over and over; with an even seed the same words again,
 * with an odd one new words each time.
 *
 * @returns gives the text of about so many UTF-16 code units; a longer one begins as the shorter
 */
export function seededText(seed: number): (length: number) => string {
  const draw = random(seed);
  const one = <Item>(items: readonly Item[]): Item => items[Math.floor(draw() * items.length)]!;
  const places = Array.from({ length: 2 + Math.floor(draw() * 8) }, () => ({
    words: draw() < 0.35 ? one(LEXICONS) : one(POOLS),
    gap: one(LAYOUT),
    large: draw() < 0.2,
  }));
  const phrase = () =>
    places
      .map(({ words, gap, large }) => {
        const word = one(words);
        return (large ? word[0]!.toUpperCase() + word.slice(1) : word) + gap;
      })
      .join('');
  const same = phrase();
  let text = '';
  return (length) => {
    while (text.length < length) text += seed % 2 === 0 ? same : phrase();
    return text.slice(0, length);
  };
}
