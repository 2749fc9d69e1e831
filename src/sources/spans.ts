/** The sources of an article's attributions, each span once, and what they say. */
import {
  type Article,
  type Attribution,
  byPosition,
  type Layers,
  outerFirst,
  type Span,
  slice,
  spanKey,
  wordAt,
} from '../document.ts';
import type { PersonContext } from '../people/context.ts';
import { namedPersonOf, surnamedPersonOf } from '../people/speaker.ts';
import { knownName } from '../source-kinds/index.ts';
import { wordsOfSpan } from './coreference/mentions.ts';
import { isJoint } from './joint.ts';

export interface SourceSpan extends Span {
  readonly first: number;
  readonly last: number;
  readonly head: number;
  /** The attributions in which it is the first link, by index. */
  readonly says: number[];
  passesOn: boolean;
  /** The person whom its words name, or null. */
  readonly person: number | null;
  /** Several that "and" joins. */
  readonly joint: boolean;
}

/** Every source span once, in the order of the text. */
export function sourceSpans(
  article: Article,
  layers: Pick<Layers, 'words' | 'syntax' | 'names' | 'people' | 'attributions'>,
  page: PersonContext,
): SourceSpan[] {
  const unique = new Map<number, SourceSpan>();
  for (const [index, { links }] of layers.attributions.entries()) {
    for (const [at, { source }] of links.entries()) {
      if (source === null) continue;
      const key = spanKey(source);
      let known = unique.get(key);
      if (known === undefined) {
        const { first, last } = wordsOfSpan(layers.words, source);
        const head = page.headOf(first, last);
        const joint = isJoint(layers, first, last, head);
        known = {
          start: source.start,
          end: source.end,
          first,
          last,
          head,
          says: [],
          passesOn: false,
          person: joint ? null : speakerOf(article, layers, source, head),
          joint,
        };
        unique.set(key, known);
      }
      if (at === 0) known.says.push(index);
      else known.passesOn = true;
    }
  }
  return [...unique.values()].sort(byPosition);
}

/** The person whom a source names, or null; "The Hill" is no person where a list has it as a paper. */
function speakerOf(
  article: Article,
  layers: Pick<Layers, 'words' | 'people'>,
  source: Span,
  head: number,
): number | null {
  const text = slice(article, source);
  if (/^the\s/iu.test(text) && knownName(text)?.kind === 'media') return null;
  const named = namedPersonOf(article, layers, source, layers.words.starts[head]);
  return named ?? surnamedPersonOf(article, layers, source);
}

/** The innermost attribution in whose content each word stands, by index; -1 for none. */
export function contentsByWord(words: Layers['words'], attributions: readonly Attribution[]): Int32Array {
  const contentOf = new Int32Array(words.count).fill(-1);
  const pieces = attributions
    .flatMap(({ content }, index) => content.map(({ start, end }) => ({ start, end, index })))
    .sort(outerFirst);
  for (const piece of pieces) {
    const { first, last } = wordsOfSpan(words, piece);
    contentOf.fill(piece.index, first, last + 1);
  }
  return contentOf;
}

/** The person whose name covers each word, or -1. */
export function personsByWord({ words, people }: Pick<Layers, 'words' | 'people'>): Int32Array {
  const persons = new Int32Array(words.count).fill(-1);
  for (const [person, { mentions }] of people.entries()) {
    for (const mention of mentions) {
      if (mention.kind !== 'name') continue;
      const { first, last } = wordsOfSpan(words, mention);
      persons.fill(person, first, last + 1);
    }
  }
  return persons;
}

/** What the layer `people` takes pronouns and descriptions for, by the start of each. */
export function pronounsByWord({ people }: Pick<Layers, 'words' | 'people'>): Map<number, number> {
  const found = new Map<number, number>();
  for (const [person, { mentions }] of people.entries()) {
    for (const { start, kind } of mentions) if (kind !== 'name') found.set(start, person);
  }
  return found;
}

/** The quotations of which nobody is said to be the speaker, by their first word. */
export function quotationsByWord({ words, attributions }: Pick<Layers, 'words' | 'attributions'>): Map<number, Span> {
  const found = new Map<number, Span>();
  for (const { links, content } of attributions) {
    const [only, more] = links;
    if (more === undefined && only && only.source === null && only.cue === null)
      found.set(wordAt(words, content[0]!.start), content[0]!);
  }
  return found;
}
