/** Persons: one entry for everybody the article names, with every place that means them. */
import type { Article, Person, PersonMention, Span, Stage, Syntax, Words } from '../document.ts';
import { byPosition, slice } from '../document.ts';
import { type GenderAt, genderReader } from './gender.ts';
import { type Group, joinNames } from './join.ts';
import { ageBeside, roleAfter, titleBefore } from './titles.ts';

export const findPeople: Stage<'people', 'sentences' | 'words' | 'syntax' | 'quotes' | 'names'> = (article, layers) => {
  const { words, syntax } = layers;
  const genderAt: GenderAt = genderReader(words);
  const names = layers.names.filter(({ kind }) => kind === 'person');
  return joinNames(article, names, genderAt).map((group) => describe(article, words, syntax, group));
};

function describe(article: Article, words: Words, { tags }: Syntax, { name, mentions }: Group): Person {
  const aliases = new Set<string>();
  const titles = new Set<string>();
  let age: number | null = null;
  for (const mention of mentions) {
    aliases.add(slice(article, mention).replace(/\s+/gu, ' '));
    const title = titleBefore(words, tags, article.text, mention);
    const role = roleAfter(words, mention);
    for (const span of [title, role]) if (span) titles.add(slice(article, span).replace(/\s+/gu, ' '));
    age ??= ageBeside(article.text, title, mention);
  }
  aliases.delete(name);
  const named: PersonMention[] = mentions.map(({ start, end }: Span) => ({ start, end, kind: 'name' }));
  return { name, aliases: [...aliases].sort(), titles: [...titles], age, mentions: named.sort(byPosition) };
}
