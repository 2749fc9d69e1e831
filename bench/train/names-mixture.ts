/**
 * `npm run train -- names [--without conll,gum] [--out FILE]`: learns several taggers and packs their weighted average as
 * one. Linear models over the same features average without cost at run time; the share of the machine-labelled news is
 * the dial between agency prose of 1996 and the news of today.
 */
import type { Article } from '../../src/document.ts';
import { VERSION } from '../../src/names/model.ts';
import { LABELS, type NameWeights } from '../../src/names/tagger.ts';
import { makeTypeTable, ROW_BITS } from '../../src/names/wordtypes.ts';
import { findSentences } from '../../src/sentences/index.ts';
import { findWords } from '../../src/syntax/words.ts';
import { cleanPlace, DOUBTFUL } from './clean.ts';
import { randomFrom } from './learners.ts';
import { type Lesson, learn, lessonOf } from './names.ts';
import { type NamedText, readGum, readKit, readSilver } from './names-corpora.ts';
import { withOtherNames } from './names-foreign.ts';
import { readSpeakers } from './names-speakers.ts';
import { int8Part, int16Part, quantile, writeWeights } from './weights.ts';

/** A member of the mixture: which corpora it reads how often, how much it counts, and the seeds averaged for it. */
interface Member {
  readonly corpora: Readonly<Partial<Record<Corpus, number>>>;
  readonly share: number;
  readonly seeds: readonly number[];
}

/**
 * `gumRest`: what the kit leaves out of GUM. `…Foreign`: with other names for the persons. `annotated`, `written`: what is
 * known of their speakers (`names-speakers.ts`).
 */
type Corpus = 'conll' | 'conllForeign' | 'gum' | 'gumForeign' | 'gumRest' | 'silver' | 'annotated' | 'written';
/** The seed of the other names. */
const NAMES_SEED = 77;

const MIXTURE: readonly Member[] = [
  { corpora: { conll: 1, gum: 2, gumRest: 2 }, share: 0.2, seeds: [1] },
  { corpora: { conll: 1, gum: 2, gumRest: 2, silver: 1, annotated: 1, written: 1 }, share: 0.6, seeds: [3, 4] },
  { corpora: { conll: 1, conllForeign: 1, gum: 2, gumRest: 2, gumForeign: 2 }, share: 0.2, seeds: [5] },
];

const EPOCHS = 5;
/** The share of weights that int8 holds without clipping. */
const KEPT = 0.9998;

/** Genres of GUM whose names are no news: user names, people who know each other. */
const OTHER_GENRES = /_(?:conversation|vlog|whow)_/;

function readCorpus(corpus: Corpus): NamedText[] {
  if (corpus.endsWith('Foreign')) {
    const random = randomFrom(NAMES_SEED);
    return readCorpus(corpus.replace('Foreign', '') as Corpus).map((text) => withOtherNames(text, random));
  }
  if (corpus === 'conll') return readKit('conll-train');
  if (corpus === 'silver') return readSilver();
  if (corpus === 'annotated' || corpus === 'written') return readSpeakers(corpus);
  const kit = readKit('gum-train');
  if (corpus === 'gum') return kit;
  const known = new Set(kit.map(({ id }) => id));
  return readGum().filter(({ id }) => !known.has(id) && !OTHER_GENRES.test(id));
}

/** An article of training text. */
export function articleOf({ id, text }: Pick<NamedText, 'id' | 'text'>): Article {
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  return { id, source: id, text, title: null, published, plain: true };
}

/** Learns every member with every seed and averages them by share. */
export function learnMixture(mixture: readonly Member[], without: ReadonlySet<string>): NameWeights {
  const table = makeTypeTable();
  const lessons = new Map<Corpus, Lesson[]>();
  const read = (corpus: Corpus): Lesson[] => {
    let known = lessons.get(corpus);
    if (!known) {
      known = readCorpus(corpus).map((text) => {
        const article = articleOf(text);
        return lessonOf(article, findWords(article, { sentences: findSentences(article, {}) }), text, table);
      });
      lessons.set(corpus, known);
    }
    return known;
  };
  const usable = (corpus: string) => !without.has(corpus.replace(/Rest|Foreign/, ''));
  const rows = new Float32Array(LABELS << ROW_BITS);
  let transitions = new Float32Array(0);
  for (const { corpora, share, seeds } of mixture) {
    const used = Object.entries(corpora).filter(([corpus]) => usable(corpus)) as [Corpus, number][];
    if (used.length === 0) continue;
    const course = used.flatMap(([corpus, times]) => read(corpus).map((lesson) => ({ lesson, times })));
    for (const seed of seeds) {
      const learnt = learn(course, { epochs: EPOCHS, seed });
      const factor = share / seeds.length;
      for (let at = 0; at < rows.length; at++) rows[at]! += factor * learnt.rows[at]!;
      if (transitions.length === 0) transitions = new Float32Array(learnt.transitions.length);
      for (let at = 0; at < transitions.length; at++) transitions[at]! += factor * learnt.transitions[at]!;
    }
  }
  return { rows, transitions };
}

/**
 * @param options `--without conll,gum` leaves corpora out; `--out FILE` writes elsewhere than into the package; `--clean` does
 *   both as `clean.ts` says
 */
export function train(options: readonly string[]): void {
  const value = (name: string) => options[options.indexOf(name) + 1 || options.length];
  const clean = options.includes('--clean');
  const { rows, transitions } = learnMixture(MIXTURE, clean ? DOUBTFUL : new Set(value('--without')?.split(',')));
  const limit = quantile(rows as Float32Array, KEPT);
  const size = writeWeights(
    value('--out') ?? (clean ? cleanPlace('names/names.bin') : new URL('../../src/names/names.bin', import.meta.url)),
    { name: 'names', version: VERSION, shape: { rowBits: ROW_BITS, labels: LABELS } },
    [int8Part('rows', rows, limit), int16Part('transitions', transitions, limit / 127)],
  );
  console.error(`names: ${size} bytes`);
}
