/** Why a sentence reads as it does: the readings with their marks, what speaks for them, and why others were refused. */
import { type Article, type Attribution, type Layers, overlaps, type Span, wordAt } from '../document.ts';
import { constructs } from './constructs/index.ts';
import { ANCHOR_TEMPLATES } from './models/anchor-templates.ts';
import { anchorFeatures } from './models/anchors.ts';
import { cueRows } from './models/cues.ts';
import { Features } from './models/features.ts';
import { anchorFields } from './models/fields.ts';
import { formOf } from './models/form.ts';
import { emptySums, output, sumFields } from './models/hidden.ts';
import { LEAST, readAll, type Trained, toCandidate } from './models/index.ts';
import type { Linear } from './models/linear.ts';
import type { Proposal } from './models/propose.ts';
import { firstLook, secondLookFeatures } from './models/second-look.ts';
import { neededConfidence } from './models/strictness.ts';
import { type Models, shippedModels } from './models/weights.ts';
import { Page } from './page.ts';
import { readSentence } from './read.ts';

/** Features that are shown on each side. */
const SHOWN = 5;

export type ExplainLayers = Pick<
  Layers,
  'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people' | 'attributions'
>;

/**
 * @param sentences the sentences to explain, as indexes
 * @returns lines of text
 */
export function explain(article: Article, layers: ExplainLayers, sentences: readonly number[]): string[] {
  const page = new Page(article, layers);
  const models = shippedModels();
  const constructed = layers.sentences.flatMap((_, index) => readSentence(page, index));
  const trained = readAll(page, constructed, models);
  return sentences.flatMap((index) => [...explainSentence(page, models, trained, layers.attributions, index), '']);
}

function explainSentence(
  page: Page,
  models: Models,
  trained: Trained,
  attributions: readonly Attribution[],
  index: number,
): string[] {
  const sentence = page.sentences[index]!;
  const here = trained.readings
    .map((reading, at) => ({ reading, probability: trained.probability[at]! }))
    .filter(({ reading }) => trained.view.sentence[reading.anchor] === index)
    .sort((a, b) => b.probability - a.probability);
  const own = attributions.filter(({ links }) => overlaps(links[0]!.cue, sentence));
  const lines = [`sentence ${index + 1}`, `    ${flat(page, sentence)}`];
  for (const attribution of own) {
    const { cue, source } = attribution.links[0]!;
    lines.push(...marks(sentence, source, cue, attribution.content), ...about(page, attribution));
    const reading = here.find(({ reading }) => overlaps(cue, wordSpan(page, reading.anchor)));
    const word = reading?.reading.anchor ?? wordAt(page.words, cue.end - 1);
    lines.push(...lexicon(page, word));
    if (reading) lines.push(...evidence(page, models, trained, reading.reading));
  }
  if (own.length === 0) lines.push('    nothing is attributed here');
  const refused = here.filter(({ reading }) => {
    const cue = wordSpan(page, reading.anchor);
    return !own.some(({ links }) => links.some((link) => overlaps(link.cue, cue)));
  });
  if (refused.length === 0 && own.length === 0) lines.push('    no word came near to being a cue');
  for (const { reading, probability } of refused.slice(0, 3)) {
    const candidate = toCandidate(page, trained.view, reading, probability);
    if (!candidate) continue;
    lines.push(
      `    refused: ${reason(trained, reading, probability)}`,
      ...marks(sentence, candidate.source, candidate.cue, candidate.content),
      ...lexicon(page, reading.anchor),
    );
  }
  return lines;
}

function about(page: Page, { by, confidence, links }: Attribution): string[] {
  const reads = constructs.find(({ name }) => name === by)?.reads;
  const chain = links.map((link) => (link.source ? flat(page, link.source) : 'nobody named')).join(', passed on by ');
  return [`    ${by}${reads ? ` (${reads})` : ''}, confidence ${confidence.toFixed(2)}: ${chain}`];
}

function reason({ view }: Trained, reading: Proposal, probability: number): string {
  const form = `${formOf(view, reading)} ${probability.toFixed(2)}`;
  const needed = neededConfidence(view, reading, LEAST);
  if (needed > 1) return `${form}, a deed, a name or the narrator's own mind: nothing is said`;
  if (probability < needed) return `${form}, less than the ${needed} it needs`;
  return `${form}, a surer reading holds its cue or overlaps it`;
}

function lexicon(page: Page, w: number): string[] {
  const row = cueRows().find(([word]) => word === page.lower(w));
  if (!row) return [`    lexicon: "${page.lower(w)}" is not in cues.tsv`];
  const [word, cues, uses, complements] = row;
  return [`    lexicon: "${word}" carried a cue in ${cues} of ${uses} uses${complements ? `; ${complements}` : ''}`];
}

/** The features of the cue that weigh most, for and against: judged alone, then with its neighbours known. */
function evidence(page: Page, models: Models, { view, looks }: Trained, { anchor }: Proposal): string[] {
  const early = firstLook(view, looks.anchors, looks.first);
  const index = looks.anchors.indexOf(anchor);
  return [
    ...weigh(page, view, anchor, models.first, 'alone', (features) =>
      anchorFeatures(features, view, models.cues, anchor),
    ),
    `    network (alone): ${networkScore(view, models, anchor).toFixed(2)}, which counts as much as the sum of all features`,
    ...weigh(page, view, anchor, models.second, 'beside others', (features) =>
      secondLookFeatures(features, view, early, index),
    ),
  ];
}

/** What the hidden layer of the first look says of a word: above 0 for a cue. */
function networkScore(view: Trained['view'], { cues, firstNetwork }: Models, anchor: number): number {
  const features = new Features();
  const sums = emptySums();
  anchorFields(features, view, cues, anchor);
  sumFields(firstNetwork, features, null, sums);
  return output(firstNetwork, sums);
}

/** Two lines: what weighs most for and against in one look. */
function weigh(
  page: Page,
  view: Trained['view'],
  anchor: number,
  { weights, scale }: Linear,
  look: string,
  collect: (features: Features) => void,
): string[] {
  const features = new Features();
  const known = new Map<number, string>();
  const from = view.first[view.sentence[anchor]!]!;
  const to = view.first[view.sentence[anchor]! + 1]!;
  for (let w = from; w < to; w += 1) known.set(view.form[w]!, page.lower(w)).set(view.stem[w]!, page.lower(w));
  const weighed: { readonly weight: number; readonly label: string }[] = [];
  features.recorder = (template, a, b, c, hash) => {
    const values = [a, b, c].flatMap((value) => known.get(value) ?? []);
    const label = `${ANCHOR_TEMPLATES[template]}${values.length > 0 ? ` "${values.join(' ')}"` : ''}`;
    weighed.push({ weight: weights[hash & (weights.length - 1)]! * scale, label });
  };
  collect(features);
  weighed.sort((a, b) => b.weight - a.weight);
  const show = (items: typeof weighed) => items.map(({ weight, label }) => `${label} ${weight.toFixed(2)}`).join(', ');
  return [
    `    for (${look}):     ${show(weighed.slice(0, SHOWN).filter(({ weight }) => weight > 0))}`,
    `    against (${look}): ${show(weighed.slice(-SHOWN).filter(({ weight }) => weight < 0))}`,
  ];
}

function wordSpan({ words }: Page, w: number): Span {
  return { start: words.starts[w]!, end: words.ends[w]! };
}

function flat({ article }: Page, { start, end }: Span): string {
  return article.text.slice(start, end).replace(/\s/gu, ' ');
}

/** One row of marks under the sentence: s source, ^ cue, _ content. */
function marks(sentence: Span, source: Span | null, cue: Span, content: readonly Span[]): string[] {
  const row = new Array<string>(sentence.end - sentence.start).fill(' ');
  const draw = (span: Span, mark: string) => {
    for (let at = Math.max(span.start, sentence.start); at < Math.min(span.end, sentence.end); at += 1) {
      row[at - sentence.start] = mark;
    }
  };
  for (const piece of content) draw(piece, '_');
  if (source) draw(source, 's');
  draw(cue, '^');
  return [`    ${row.join('').trimEnd()}`];
}
