/** An article as it is compared with others: what of its output corroboration needs, in little memory. */
import { parseDay } from '../dates/calendar.ts';
import type { Output, OutputClaim, OutputDate, OutputNumber, OutputSource } from '../output.ts';
import { type BodyText, bodyOf } from './body.ts';
import type { Outlet, Outlets } from './outlets.ts';
import type { Stem, Vocabulary } from './words.ts';

/** A claim as it is compared. */
export interface ToldClaim {
  readonly article: ToldArticle;
  readonly claim: OutputClaim;
  readonly text: string;
  /** Its words in order. */
  readonly words: readonly Stem[];
  /** Each stem once, by id. */
  readonly stems: readonly Stem[];
  /** What each of `stems` tells in this article: less where many of its sentences hold it. */
  readonly local: Float32Array;
  /** Sums over `stems` of weight and of `local`. */
  readonly weight: number;
  readonly localWeight: number;
  /** Clusters of its words, each once, in rising order. */
  readonly clusters: readonly number[];
  /** Ids of stems that are written with a capital amid a sentence. */
  readonly names: readonly number[];
  readonly numbers: readonly OutputNumber[];
  readonly dates: readonly OutputDate[];
  /** The last words of the names of people in it, lower case. */
  readonly people: readonly string[];
  /** The index of the sentence in which it begins, headings not counted. */
  readonly sentence: number;
}

export interface ToldArticle {
  readonly id: string;
  readonly sha256: string;
  readonly title: string | null;
  readonly url: string | null;
  /** Where its input lies, as its output says. */
  readonly file: string;
  /** `YYYY-MM-DD`, or null. */
  readonly published: string | null;
  /** Days since 1970; null as `published`. */
  readonly day: number | null;
  readonly authors: readonly string[];
  readonly claims: readonly ToldClaim[];
  /** Ids of stems that name somebody or something in it. */
  readonly names: ReadonlySet<number>;
  readonly sources: ReadonlyMap<string, OutputSource>;
  readonly people: Output['people'];
  /** Outlets that its text names in full, by their names. */
  readonly outlets: readonly string[];
  /** Who published it, by its address; null where that does not say it. */
  readonly outlet: Outlet | null;
  /** The agency whose text it is, by its dateline or its authors. */
  readonly agency: Outlet | null;
  /** The outlet that it names as the first to report. */
  readonly firstReportedBy: string | null;
  readonly body: BodyText;
}

/**
 * @param output what extract wrote of one article
 * @param vocabulary numbers the stems of all articles that are compared, and learns those of this one
 * @returns the article as corroboration compares it: its claims with their words, names and figures, its outlet, its body
 */
export function tellArticle(output: Output, vocabulary: Vocabulary, known: Outlets): ToldArticle {
  const { article } = output;
  const { body, frequency } = bodyOf(output, vocabulary);
  const claims: ToldClaim[] = [];
  const told: ToldArticle = {
    id: article.id,
    sha256: article.sha256,
    title: article.title,
    url: article.url ?? null,
    file: article.source,
    published: article.published.date,
    day: article.published.date === null ? null : parseDay(article.published.date),
    authors: article.authors ?? [],
    claims,
    names: new Set(output.sentences.flatMap(({ text }) => namesIn(text, vocabulary))),
    sources: new Map(output.sources.map((source) => [source.id, source])),
    people: output.people,
    outlets: [...new Set(output.sentences.flatMap(({ text }) => known.namesIn(text)))].sort(),
    outlet: known.ofUrl(article.url ?? null),
    agency: known.agencyOfDateline(body.opening) ?? agencyAmong(article.authors ?? [], known),
    firstReportedBy: firstReporter(output, known),
    body,
  };
  const surnames = new Map(output.people.map(({ id, name }) => [id, lastWord(name)]));
  const numbers = new Map(output.numbers.map((number) => [number.id, number]));
  const dates = new Map(output.dates.map((date) => [date.id, date]));
  for (const claim of output.claims) {
    const text = claim.content.map((piece) => piece.text.replace(/\s+/g, ' ')).join(' … ');
    const words = vocabulary.read(text);
    claims.push({
      article: told,
      claim,
      text,
      ...weighed(words, frequency),
      names: namesIn(text, vocabulary),
      numbers: claim.numbers.flatMap((id) => numbers.get(id) ?? []),
      dates: claim.dates.flatMap((id) => dates.get(id) ?? []),
      people: claim.people.flatMap((id) => surnames.get(id) ?? []),
      sentence: body.sentenceAt(claim.content[0]!.start),
    });
  }
  return told;
}

const FIRST = /(?:first|originally|initially) (?:reported|published|appeared)|broke the (?:story|news)\b/;

function firstReporter({ sentences }: Output, known: Outlets): string | null {
  for (const { text } of sentences) if (FIRST.test(text)) for (const name of known.namesIn(text)) return name;
  return null;
}

function agencyAmong(authors: readonly string[], known: Outlets): Outlet | null {
  const found = authors.map((author) => known.named(author)).find((outlet) => outlet?.kind === 'news-agency');
  return found ?? null;
}

type Weighed = Pick<ToldClaim, 'words' | 'stems' | 'local' | 'weight' | 'localWeight' | 'clusters'>;

/** @param frequency in how many sentences of the article each stem stands, by id */
function weighed(words: readonly Stem[], frequency: ReadonlyMap<number, number>): Weighed {
  const stems = [...new Map(words.map((stem) => [stem.id, stem])).values()].sort((a, b) => a.id - b.id);
  const local = Float32Array.from(stems, ({ id, weight }) => weight / (1 + Math.log(frequency.get(id) ?? 1)));
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0);
  const clusters = [...new Set(words.map(({ cluster }) => cluster))].filter((cluster) => cluster > 0);
  return {
    words,
    stems,
    local,
    weight: sum(stems.map(({ weight }) => weight)),
    localWeight: sum(local),
    clusters: clusters.sort((a, b) => a - b),
  };
}

const NAME = /(?<=[^.!?“"‘\s]\s)\p{Lu}\p{L}+/gu;

function namesIn(text: string, vocabulary: Vocabulary): number[] {
  const stems = [...text.matchAll(NAME)].flatMap(([name]) => vocabulary.read(name));
  return [...new Set(stems.filter(({ weight }) => weight > 1).map(({ id }) => id))];
}

/** The last word of a name, lower case, without what follows a comma or stands in brackets. */
export function lastWord(name: string): string {
  return (
    name
      .replace(/[,(].*$/s, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.at(-1) ?? ''
  );
}
