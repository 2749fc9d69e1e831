/** Attributions as lines that a test can compare: those of brace markup, and those that the pipeline finds. */

import { findAttributions } from '../src/attributions/index.ts';
import { type Article, type Attribution, type Layers, type Span, slice } from '../src/document.ts';
import { findNames } from '../src/names/index.ts';
import { findPeople } from '../src/people/index.ts';
import { findQuotes } from '../src/quotes/index.ts';
import { findSentences } from '../src/sentences/index.ts';
import { findSyntax } from '../src/syntax/index.ts';
import { findWords } from '../src/syntax/words.ts';
import type { Marked } from './markup.ts';

/** An article of nothing but this text. */
export function articleOf(text: string): Article {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  return { id: 'test', source: '-', text, title: null, published, plain: true };
}

export interface Attributed {
  readonly article: Article;
  readonly layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people' | 'attributions'>;
  readonly attributions: readonly Attribution[];
}

/** What the whole stage reads. */
export function attributionsIn(text: string): Attributed {
  const article = articleOf(text);
  const sentences = findSentences(article, {});
  const words = findWords(article, { sentences });
  const syntax = findSyntax(article, { sentences, words });
  const quotes = findQuotes(article, { sentences });
  const names = findNames(article, { sentences, words, syntax });
  const people = findPeople(article, { sentences, words, syntax, quotes, names });
  const attributions = findAttributions(article, { sentences, words, syntax, quotes, names, people });
  return { article, layers: { sentences, words, syntax, quotes, names, people, attributions }, attributions };
}

/** `[source|cue] > [source|cue] :: content || content @ medium`, innermost link first. */
export function lineOf(article: Article, { links, content, medium }: Attribution): string {
  const cut = (span: Span) => slice(article, span);
  const chain = links.map(({ source, cue }) => `[${source ? cut(source) : ''}|${cue ? cut(cue) : ''}]`).join(' > ');
  return `${chain} :: ${content.map(cut).join(' || ')}${medium ? ` @ ${cut(medium)}` : ''}`;
}

/**
 * The attributions that braces describe. Roles: source, cue, content, medium; a number counts the links of the chain
 * (`source2`); a letter and a dot part several attributions (`a.source`); `a-b.source` serves two of them,
 * `b.source-a.source2` too.
 */
export function linesOf(text: string, spans: readonly Marked[]): { letter: string; line: string }[] {
  const byLetter = new Map<string, Marked[]>();
  for (const span of spans) {
    for (const { letter, role } of rolesOf(span.role)) {
      byLetter.set(letter, [...(byLetter.get(letter) ?? []), { ...span, role }]);
    }
  }
  return [...byLetter].map(([letter, marked]) => {
    const of = (role: string) =>
      marked.filter((span) => span.role === role).map(({ start, end }) => text.slice(start, end));
    const chain: string[] = [];
    for (let link = 1; link === 1 || of(`cue${link}`).length > 0; link += 1) {
      const number = link === 1 ? '' : link;
      chain.push(`[${of(`source${number}`)[0] ?? ''}|${of(`cue${number}`)[0] ?? ''}]`);
    }
    const medium = of('medium')[0];
    return { letter, line: `${chain.join(' > ')} :: ${of('content').join(' || ')}${medium ? ` @ ${medium}` : ''}` };
  });
}

/** `a-b.source` is the source of both, `b.source-a.source2` the source of b and the second source of a. */
export function rolesOf(name: string): { letter: string; role: string }[] {
  if (!name.includes('.')) return [{ letter: '', role: name }];
  const parts = name.split('-').map((part) => part.split('.'));
  return parts.map(([letter, role], at) => ({
    letter: letter!,
    role: role ?? parts.slice(at).find((part) => part[1])![1]!,
  }));
}
