/** What the article tells when it comes to an anaphor: who speaks around it, before it, after it. */
import { type Article, type Layers, lastStartingAt, type Span, spanKey } from '../../document.ts';
import type { PersonContext } from '../../people/context.ts';
import { namedPersonOf } from '../../people/speaker.ts';
import { RELATION } from '../../syntax/labels.ts';
import type { SourceSpan } from '../spans.ts';
import type { Anaphor } from './anaphor.ts';
import type { Discourse } from './discourse.ts';
import { wordsOfSpan } from './mentions.ts';
import type { Referent } from './referent.ts';
import type { Turns } from './turns.ts';

/** Where an anaphor stands: after what it says, at a paragraph's start, inside another content, elsewhere. */
const [AFTER, OPENING, ENCLOSED, ELSEWHERE] = [0, 1, 2, 3] as const;

/** The state of the resolution of an article that is read from left to right. */
export interface ResolutionState {
  readonly article: Article;
  readonly layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'people' | 'attributions'>;
  readonly context: PersonContext;
  /** The attribution in whose content each word stands, by index, -1 for none. */
  readonly contentOf: Int32Array;
  readonly sources: readonly SourceSpan[];
  /** What the layer `people` takes pronouns and descriptions for, by their starts. */
  readonly pronouns: ReadonlyMap<number, number>;
  readonly persons: readonly Referent[];
  /** Whom the sources so far mean, by `spanKey`. */
  readonly meant: ReadonlyMap<number, Referent>;
  /** Whom the last anaphor of the same words meant. */
  readonly repeated: ReadonlyMap<string, { readonly referent: Referent | null; readonly word: number }>;
  readonly turns: Turns;
  /** What was mentioned so far. */
  readonly discourse: Discourse;
}

export interface Moment {
  readonly anaphor: Anaphor;
  /** First word of the anaphor. */
  readonly word: number;
  readonly place: number;
  /** Turns of speech so far. */
  readonly turn: number;
  /** Who says the content in which the anaphor stands, and whether they are named before it. */
  readonly encloser: Referent | null;
  readonly encloserBefore: boolean;
  /** Who spoke last in the paragraph before. */
  readonly before: Referent | null;
  /** Who was mentioned most. */
  readonly main: Referent | null;
  /** What the layer `people` takes a pronoun for: an index, -1 for nobody, null where it is not asked. */
  readonly people: number | null;
  readonly repeated: { readonly referent: Referent | null; readonly word: number } | null;
  /** The next source that is a person's name, and whether it stands in the same paragraph. */
  readonly next: Referent | null;
  readonly nextNear: boolean;
  /** Some candidate has the anaphor's noun as title, or beside its name. */
  readonly held: boolean;
  /** The text tells all words of the description of some candidate. */
  readonly toldAll: boolean;
  /** Of a common noun for a body: how it fits each candidate (`classes.ts`); else null. */
  readonly fits: readonly number[] | null;
  /** The body mentioned most and the one named first. */
  readonly mainBody: Referent | null;
  readonly firstBody: Referent | null;
  /** Head of the noun phrase that a relative clause belongs to; -1 for none. */
  readonly antecedent: number;
  /** Whether a candidate is named in what the anaphor says: 0 quoted, 1 not quoted, -1 not at all. */
  readonly namedInside: (candidate: Referent) => number;
  readonly contentOf: Int32Array;
  /** The attributions whose source the anaphor is. */
  readonly own: readonly number[];
}

/** The words by which an anaphor is known again. */
export const keyOf = ({ kind, gender, noun }: Anaphor): string =>
  noun === null ? `${kind} ${gender ?? ''}` : `the ${noun}`;

/**
 * @param at the index of the source among all
 * @param noun what the candidates are to the anaphor's noun
 */
export function momentOf(
  state: ResolutionState,
  source: SourceSpan,
  anaphor: Anaphor,
  at: number,
  { held, toldAll, fits }: Pick<Moment, 'held' | 'toldAll' | 'fits'>,
): Moment {
  const { layers, context, contentOf, turns, discourse } = state;
  const { sentences, words, attributions } = layers;
  const around = contentOf[source.first]!;
  const outer = around < 0 ? null : (attributions[around]!.links[0]?.source ?? null);
  const sentence = context.sentenceOf[source.first]!;
  const { paragraph } = sentences[sentence]!;
  const opens = source.first - words.first[sentence]! <= 3 && sentences[sentence - 1]?.paragraph !== paragraph;
  const contents: Span[] = [];
  for (const index of source.says) contents.push(...attributions[index]!.content);
  const follows = contents.some(({ end }) => end <= source.start && source.start - end < 12);
  const next = state.sources
    .slice(at + 1, at + 6)
    .find((other) => other.person !== null && contentOf[other.first]! < 0);
  const ahead = next ? sentences[context.sentenceOf[next.first]!]!.paragraph - paragraph : 9;
  const asked = anaphor.kind === 'he' || anaphor.kind === 'who' || anaphor.kind === 'person';
  return {
    anaphor,
    word: source.first,
    place: around >= 0 ? ENCLOSED : follows ? AFTER : opens ? OPENING : ELSEWHERE,
    turn: turns.count,
    encloser: outer === null || outer.start === source.start ? null : speakerOf(state, outer),
    encloserBefore: outer !== null && outer.start < source.start,
    before: turns.before(paragraph),
    main: discourse.main,
    mainBody: discourse.mainBody,
    firstBody: discourse.firstBody,
    people: asked ? (state.pronouns.get(source.start) ?? -1) : null,
    repeated: state.repeated.get(keyOf(anaphor)) ?? null,
    next: next && ahead <= 1 ? state.persons[next.person!]! : null,
    nextNear: ahead === 0,
    antecedent: anaphor.kind === 'who' ? clauseHead(layers.syntax, layers.syntax.heads[source.first]!) : -1,
    namedInside: (candidate) => namedIn(state, contents, candidate),
    contentOf,
    own: source.says,
    held,
    toldAll,
    fits,
  };
}

/** Whom a source of another content means: known already, or named by its words. */
function speakerOf({ article, layers, meant, persons }: ResolutionState, outer: Span): Referent | null {
  const known = meant.get(spanKey(outer));
  if (known) return known;
  const named = namedPersonOf(article, layers, outer);
  return named === null ? null : persons[named]!;
}

function namedIn(
  { article, layers, context }: ResolutionState,
  contents: readonly Span[],
  { person, name, type }: Referent,
): number {
  const quoted = (span: Span) => (context.quoteOf[wordsOfSpan(layers.words, span).first]! >= 0 ? 0 : 1);
  for (const content of contents) {
    if (person !== null) {
      const { mentions } = layers.people[person]!;
      for (let at = lastStartingAt(mentions, content.start - 1) + 1; at < mentions.length; at += 1) {
        const mention = mentions[at]!;
        if (mention.start >= content.end) break;
        if (mention.kind === 'name') return quoted(mention);
      }
    } else if ((type === 'body' || type === 'place') && /^\p{Lu}/u.test(name)) {
      const at = article.text.slice(content.start, content.end).indexOf(name);
      if (at >= 0) return quoted({ start: content.start + at, end: content.end });
    }
  }
  return -1;
}

/** The noun that a relative clause belongs to, from the verb that governs its pronoun. */
function clauseHead(syntax: Layers['syntax'], verb: number): number {
  let at = verb;
  for (let steps = 0; at >= 0 && steps < 8; steps += 1) {
    if (syntax.relations[at] === RELATION['acl:relcl']) return syntax.heads[at]!;
    at = syntax.heads[at]!;
  }
  return -1;
}
