/** Persons: one entry for everybody the article names, with every place that means them. */
import type { Article, Layers, PersonMention, Stage, Syntax, Words } from '../document.ts';
import { byPosition, slice } from '../document.ts';
import { personContext } from './context.ts';
import { chooserOf, resolveReferences } from './coreference.ts';
import { factorWeights } from './factors.ts';
import { genderOfGiven, genderReader } from './gender.ts';
import { type Group, joinNames } from './join.ts';
import type { Known } from './known.ts';
import { partsOf } from './parts.ts';
import { ageBeside, roleAfter, titleBefore } from './titles.ts';

/** Groups the names of persons, and the pronouns and descriptions that mean them, into one entry for each person. */
export const findPeople: Stage<'people', 'sentences' | 'words' | 'syntax' | 'quotes' | 'names'> = (article, layers) => {
  const people = namedPeople(article, layers);
  const others = resolveReferences(personContext(layers), people, chooserOf(factorWeights()));
  return people.map(({ name, aliases, titles, age, mentions }, person) => {
    const named = mentions.map(({ start, end }): PersonMention => ({ start, end, kind: 'name' }));
    return { name, aliases, titles, age, mentions: [...named, ...others[person]!].sort(byPosition) };
  });
};

/** The persons with what stands beside their names, before pronouns are resolved. */
export function namedPeople(
  article: Article,
  { words, syntax, names }: Pick<Layers, 'words' | 'syntax' | 'names'>,
): Named[] {
  const persons = names.filter(({ kind }) => kind === 'person');
  return joinNames(article, persons, genderReader(words)).map((group) => describe(article, words, syntax, group));
}

interface Named extends Known {
  readonly name: string;
  readonly aliases: readonly string[];
}

function describe(article: Article, words: Words, { tags }: Syntax, { name, mentions, gender }: Group): Named {
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
  const { nickname, given } = partsOf(name);
  if (nickname) aliases.add(nickname);
  aliases.delete(name);
  const listed = genderOfGiven(given[0]);
  return { name, aliases: [...aliases].sort(), titles: [...titles], age, mentions, gender, listed };
}
