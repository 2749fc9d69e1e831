/** The article's author, as its input or its byline names them. */
import { type Article, type Layers, lastStartingAt, type Source } from '../document.ts';

/** How far into the text a byline is looked for, in UTF-16 code units. */
const BYLINE_REACH = 600;
const BYLINE = /(?:^|\n)[ \t]*by[ \t]+(?=\p{Lu})/iu;

/** The author's name and, where the text names them, the person; null where nobody is named. */
export function authorOf(
  { text, authors }: Article,
  { people }: Pick<Layers, 'people'>,
): Pick<Source, 'name' | 'person'> | null {
  const byline = BYLINE.exec(text.slice(0, BYLINE_REACH));
  const start = byline ? byline.index + byline[0].length : -1;
  const named = people.findIndex(({ name, mentions }) =>
    byline ? mentions[lastStartingAt(mentions, start)]?.start === start : authors?.includes(name),
  );
  if (named >= 0) return { name: people[named]!.name, person: named };
  const written = authors?.[0];
  return written === undefined ? null : { name: written, person: null };
}
