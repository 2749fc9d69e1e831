/** Annotated texts with their gold attributions in place of ours: whom does each source span mean? */
import type { Article, Attribution, Span } from '../../../src/document.ts';
import { spanKey } from '../../../src/document.ts';
import { findPeople } from '../../../src/people/index.ts';
import type { ResolverLayers } from '../../../src/sources/resolve.ts';
import { type Corpus, type GoldText, type Pair, readCorpus } from '../attributions/corpora.ts';
import { layersOf } from '../attributions/layers.ts';

/** Whom a source span means. */
export interface GoldSpeaker {
  readonly name: string | null;
  readonly kind: string | null;
  /** The span as written. */
  readonly words: string;
  /** Links with this span, and those of them that are required. */
  links: number;
  required: number;
}

export interface GoldSources {
  readonly id: string;
  readonly fold: number;
  readonly article: Article;
  readonly layers: ResolverLayers;
  /** By `spanKey`. */
  readonly speakers: ReadonlyMap<number, GoldSpeaker>;
}

/** The texts of a corpus: layers of the pipeline, attributions of the annotators. */
export function goldSources(corpus: Exclude<Corpus, 'own'>): GoldSources[] {
  const texts = readCorpus(corpus);
  const articles = texts.map(articleOf);
  const layers = layersOf(corpus, texts, articles);
  return texts.map((text, index): GoldSources => {
    const article = articles[index]!;
    const { attributions, speakers } = goldAttributions(text);
    const people = findPeople(article, layers[index]!);
    return { id: text.id, fold: text.fold, article, layers: { ...layers[index]!, people, attributions }, speakers };
  });
}

function articleOf({ id, text, title, published: date }: GoldText): Article {
  const published = { date, basis: date === null ? 'unknown' : 'given', candidates: [], evidence: [] } as const;
  return { id, source: id, text, title, published, plain: true };
}

function goldAttributions({ text, attributions }: GoldText): {
  attributions: Attribution[];
  speakers: Map<number, GoldSpeaker>;
} {
  const speakers = new Map<number, GoldSpeaker>();
  const made = attributions
    .filter(({ content }) => content.length > 0)
    .map(({ content, chain, optional }): Attribution => {
      const pieces = content.map(spanOf);
      const links = chain.map(({ source, cue, name, kind }) => {
        const span = hull(source);
        if (span) {
          const key = spanKey(span);
          const known = speakers.get(key) ?? {
            name,
            kind,
            words: text.slice(span.start, span.end),
            links: 0,
            required: 0,
          };
          known.links += 1;
          if (!optional) known.required += 1;
          speakers.set(key, known);
        }
        const at = hull(cue) ?? { start: pieces[0]!.start, end: pieces[0]!.start };
        return { source: span, cue: at, lemma: 'say', stance: 'states' as const };
      });
      return { content: pieces, links, medium: null, by: 'gold', confidence: 1 };
    })
    .sort((a, b) => a.content[0]!.start - b.content[0]!.start);
  return { attributions: made, speakers };
}

const spanOf = ([start, end]: Pair): Span => ({ start, end });

/** A source in several pieces as one stretch. */
function hull(pieces: readonly Pair[]): Span | null {
  if (pieces.length === 0) return null;
  return { start: Math.min(...pieces.map(([start]) => start)), end: Math.max(...pieces.map(([, end]) => end)) };
}
