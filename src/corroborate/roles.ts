/** What a claim says of whom: the verb of its main clause, with its subject and its objects, from the sentence's tree. */
import { mainVerb, wordsIn } from '../claims/main-verb.ts';
import { type Article, type Layers, lastStartingAt, type Sentence, type Span } from '../document.ts';
import type { Output } from '../output.ts';
import { findSyntax } from '../syntax/index.ts';
import { memberTable, RELATION } from '../syntax/labels.ts';
import { findWords } from '../syntax/words.ts';

/** What a stem is in a claim, as bits: of its main part (`main-part.ts`), its verb, of its subject, of its objects. */
export const ROLE = { main: 1, verb: 2, subject: 4, object: 8 } as const;

/** Words of these relations are not the verb that says what happens, but depend on it. */
const OF_VERB = memberTable(RELATION.aux, RELATION['aux:pass'], RELATION.cop);
const SUBJECTS = memberTable(RELATION.nsubj, RELATION['nsubj:pass'], RELATION['obl:agent'], RELATION.csubj);
/** Also the subject of a passive: what is bought and what somebody buys are one thing. */
const OBJECTS = memberTable(
  ...[RELATION.obj, RELATION.iobj, RELATION.obl, RELATION.xcomp, RELATION.ccomp, RELATION['nsubj:pass']],
);

/** Words that have a role in a claim, in lower case; of a phrase the word on which it hangs. */
export interface Roles {
  /** The verb, or the noun or adjective of which "is" says it; empty where there is none. */
  readonly verb: readonly string[];
  readonly subject: readonly string[];
  readonly object: readonly string[];
}

/**
 * Parses the sentences of an article, which its output has as text alone.
 *
 * @returns a function from the pieces of a claim's content to the words that have a role in it
 */
export function rolesOf({ sentences }: Output): (content: readonly Span[]) => Roles {
  const { layers, starts } = parse(sentences);
  /** Where a place of the article stands in the text that was parsed. */
  const moved = (offset: number): number => {
    const at = Math.max(0, lastStartingAt(sentences, offset));
    return (starts[at] ?? 0) + offset - (sentences[at]?.start ?? 0);
  };
  return (content) =>
    rolesIn(
      layers,
      content.map(({ start, end }) => ({ start: moved(start), end: moved(end - 1) + 1 })),
    );
}

type Parsed = Pick<Layers, 'words' | 'syntax'>;

/** Sentences one behind the other, wherever they stand in the article. */
function parse(written: Output['sentences']): { readonly layers: Parsed; readonly starts: readonly number[] } {
  const sentences: Sentence[] = [];
  let length = 0;
  for (const { text, kind } of written) {
    sentences.push({ start: length, end: length + text.length, kind, paragraph: 0 });
    length += text.length + 1;
  }
  const article = articleOf(written.map(({ text }) => text).join('\n'));
  const words = findWords(article, { sentences });
  return {
    layers: { words, syntax: findSyntax(article, { sentences, words }) },
    starts: sentences.map(({ start }) => start),
  };
}

const PUBLISHED = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;

const articleOf = (text: string): Article => ({
  ...{ id: '', source: '-', text, title: null, published: PUBLISHED, plain: true },
});

function rolesIn(layers: Parsed, pieces: readonly Span[]): Roles {
  const { lower } = layers.words;
  const { heads, relations } = layers.syntax;
  const inside = wordsIn(layers, pieces);
  const verb = governor(layers, mainVerb(layers, pieces, inside));
  const of = (table: Uint8Array) =>
    inside.filter((word) => heads[word] === verb && table[relations[word]!] === 1).map((word) => lower[word]!);
  if (verb < 0) return { verb: [], subject: [], object: [] };
  return { verb: [lower[verb]!], subject: of(SUBJECTS), object: of(OBJECTS) };
}

/** "has been sold", "is alive": the word that says what happens. */
function governor({ syntax: { heads, relations } }: Parsed, verb: number): number {
  return verb >= 0 && OF_VERB[relations[verb]!] === 1 ? heads[verb]! : verb;
}
