/**
 * The annotated texts that the reader of attributions learns from, as one type: whole articles of the kit, and more that
 * were annotated for this project (every attribution, nested ones too), chains (passages of one to four sentences) and
 * PolNeAR (outermost attributions only).
 */
import { readFileSync } from 'node:fs';
import { type AnnotatedAttribution, type AnnotatedText, annotatedTexts } from '../annotations/index.ts';
import { foldOf } from '../learners.ts';
import { type WrittenArticle, writtenArticles } from '../written/index.ts';

const EVAL = new URL('../../../../shared/eval/', import.meta.url);

/** Start and end in UTF-16 code units, end exclusive. */
export type Pair = readonly [start: number, end: number];

/** `annotated`, `passages`: texts that were annotated for this project; `own`, `written`: sentences and articles written for it. */
export type Corpus = 'annotated' | 'articles' | 'chains' | 'own' | 'passages' | 'polnear' | 'written';

export const FOLDS = 5;

/**
 * What a corpus says of attributions inside the content of another: all are marked, all but those inside quotations, or
 * none, so that their absence says nothing.
 */
export type Nesting = 'complete' | 'unquoted' | 'silent';

export interface GoldLink {
  readonly source: readonly Pair[];
  /** Empty in a quotation that has no words of its own about who speaks. */
  readonly cue: readonly Pair[];
  readonly kind: string | null;
  /** Who is meant, resolved: "Anna Weber" where the text has "she". Null where the corpus does not say. */
  readonly name: string | null;
}

export interface GoldAttribution {
  /** Without a leading "that", whatever the corpus does. */
  readonly content: readonly Pair[];
  /** Innermost first; PolNeAR has one link each. */
  readonly chain: readonly GoldLink[];
  readonly medium: readonly Pair[];
  readonly type: 'direct' | 'mixed' | 'indirect' | null;
  /** Reasonable editors differ on it: neither right nor wrong. */
  readonly optional: boolean;
}

/** One annotated text. */
export interface GoldText {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly title: string | null;
  readonly corpus: Corpus;
  readonly nesting: Nesting;
  /** 0 to 4. Passages and the PolNeAR article that they are from share one, and so do articles on one event. */
  readonly fold: number;
  /** PolNeAR: the publisher; elsewhere null. */
  readonly outlet: string | null;
  /** The document of the syntax training news that this is, or is a passage of; null where syntax has not seen it. */
  readonly news: string | null;
  readonly attributions: readonly GoldAttribution[];
}

interface EvalLink {
  readonly source?: readonly Pair[] | Pair | undefined;
  readonly cue?: readonly Pair[] | Pair | undefined;
  readonly kind?: string;
  readonly name?: string;
}

interface EvalRecord {
  readonly id: string;
  readonly text: string;
  readonly published: string | null;
  readonly title?: string | null;
  readonly fold?: number;
  readonly from?: { readonly file: string; readonly doc: string };
  readonly attributions: readonly (EvalLink & {
    readonly content: readonly Pair[];
    readonly chain?: readonly EvalLink[];
    readonly medium?: readonly Pair[];
    readonly type?: GoldAttribution['type'];
    readonly optional?: boolean;
  })[];
}

const readRecords = (path: string): EvalRecord[] =>
  readFileSync(new URL(path, EVAL), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as EvalRecord);

const POLNEAR = 'attributions/train.jsonl';

/** The training texts of a corpus, in the order of its file. */
export function readCorpus(corpus: Exclude<Corpus, 'own'>): GoldText[] {
  if (corpus === 'written') return writtenArticles().map(writtenText);
  if (corpus === 'articles') {
    return readRecords('articles/train.jsonl').map((record) =>
      goldText(record, corpus, 'complete', record.fold!, null),
    );
  }
  const passages = readRecords('chains/train.jsonl');
  if (corpus === 'chains') {
    return passages.map((record) => {
      const news = record.from?.file === POLNEAR ? record.from.doc : null;
      return goldText(record, corpus, 'unquoted', record.fold!, news);
    });
  }
  const folds = new Map(passages.map(({ from, fold }) => [from?.doc, fold!]));
  const fold = (id: string) => folds.get(id) ?? foldOf(id, FOLDS);
  if (corpus === 'annotated')
    return annotatedTexts('articles', EVAL).map((one) => annotatedText(one, corpus, fold(one.id)));
  if (corpus === 'passages') {
    return annotatedTexts('passages', EVAL).map((one) => annotatedText(one, corpus, fold(one.id)));
  }
  return readRecords(POLNEAR).map((record) => goldText(record, corpus, 'silent', fold(record.id), record.id));
}

function writtenText({ id, text, attributions }: WrittenArticle): GoldText {
  const unknown = { published: null, title: null, outlet: null, news: null };
  const made = attributions.map((one) => ({ ...one, type: null }));
  return { id, text, ...unknown, corpus: 'written', nesting: 'complete', fold: foldOf(id, FOLDS), attributions: made };
}

function annotatedText({ from, id, text, attributions }: AnnotatedText, corpus: Corpus, fold: number): GoldText {
  const known = { published: null, title: null, outlet: null, news: from === 'polnear' ? id : null };
  const made = attributions.map((one) => annotatedAttribution(text, one));
  return { id, text, ...known, corpus, nesting: 'complete', fold, attributions: made };
}

function annotatedAttribution(text: string, one: AnnotatedAttribution): GoldAttribution {
  const { content, chain, medium = [], optional = false } = one;
  const links = chain.map(({ source, cue, kind = null, name, nobody }): GoldLink => {
    const words = name ?? source[0];
    return { source, cue, kind, name: nobody ? 'nobody' : kind === null || !words ? null : text.slice(...words) };
  });
  return { content: withoutThat(text, content), chain: links, medium, type: null, optional };
}

function goldText(record: EvalRecord, corpus: Corpus, nesting: Nesting, fold: number, news: string | null): GoldText {
  const { id, text, published, title = null } = record;
  const outlet = corpus === 'polnear' ? id.split('_')[0]! : null;
  const attributions = record.attributions.map(
    ({ source, cue, content, chain, medium = [], type = null, optional = false }) => ({
      content: withoutThat(text, content),
      chain: chain?.map(goldLink) ?? [goldLink({ source, cue })],
      ...{ medium, type, optional },
    }),
  );
  return { id, text, published, title, corpus, nesting, fold, outlet, news, attributions };
}

const goldLink = ({ source, cue, kind, name }: EvalLink): GoldLink => ({
  ...{ source: pairs(source), cue: pairs(cue) },
  ...{ kind: kind ?? null, name: name ?? null },
});

/** The kit writes one span bare and several as a list. */
function pairs(spans: readonly Pair[] | Pair | undefined): readonly Pair[] {
  if (spans === undefined || spans.length === 0) return [];
  return (Array.isArray(spans[0]) ? spans : [spans]) as readonly Pair[];
}

function withoutThat(text: string, content: readonly Pair[]): readonly Pair[] {
  const [[start, end] = [0, 0], ...rest] = content;
  const that = /^that,?\s+/i.exec(text.slice(start, end));
  return that && that[0].length < end - start ? [[start + that[0].length, end], ...rest] : content;
}
