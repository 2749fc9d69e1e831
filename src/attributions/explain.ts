/**
 * Explains the readings of a sentence: what proposed each, which features favour it, and why others were not preferred.
 */
import { type Article, type Attribution, type Layers, overlaps, type Span } from '../document.ts';
import { TokenContext } from '../grammar/context.ts';
import type { EncodedDocument } from '../grammar/encoded.ts';
import { readConstructs } from './constructed.ts';
import { constructs } from './constructs/index.ts';
import { ANCHOR_TEMPLATES } from './models/anchor-templates.ts';
import { cueRows } from './models/cues.ts';
import { decode, type Weighed } from './models/decode.ts';
import { proposerOf, toCandidate } from './models/index.ts';
import { readerKernel } from './models/kernel.ts';
import type { Accepted } from './models/propose.ts';
import { Reader, type Reading, scoreCues } from './models/propose.ts';
import { type Models, shippedModels } from './models/weights.ts';
import { THRESHOLD } from './thresholds.ts';

/** Features that are shown on each side. */
const SHOWN_FEATURES = 5;
/** Readings that were not taken and are shown, a sentence. */
const MAX_REFUSED = 3;

export type ExplainLayers = Pick<
  Layers,
  'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people' | 'attributions'
>;

interface Explained {
  readonly context: TokenContext;
  readonly encoded: EncodedDocument;
  readonly models: Models;
  readonly weighed: readonly Weighed[];
  readonly accepted: readonly Accepted[];
}

/**
 * @param sentences the sentences to explain, as indexes
 * @returns lines of text
 */
export function explain(article: Article, layers: ExplainLayers, sentences: readonly number[]): string[] {
  const context = new TokenContext(article, layers);
  const models = shippedModels();
  const encoded = readConstructs(context);
  const weighed: Weighed[] = [];
  const reader = new Reader(encoded, scoreCues(encoded, models), models);
  const { accepted } = decode(encoded, reader, models, THRESHOLD.accept, (one) => weighed.push(one));
  const all = { context, encoded, models, weighed, accepted };
  return sentences.flatMap((index) => [...explainSentence(all, layers.attributions, index), '']);
}

/** A reading where it was judged. */
interface Judged {
  readonly reading: Reading;
  readonly probability: number;
  readonly level: number;
}

function explainSentence(all: Explained, attributions: readonly Attribution[], index: number): string[] {
  const { context, encoded, weighed, accepted } = all;
  const sentence = context.sentences[index]!;
  const here = weighed
    .flatMap(({ scope, readings, probability }) =>
      readings.map((reading, at): Judged => ({ reading, probability: probability[at]!, level: scope.level })),
    )
    .filter(({ reading }) => encoded.sentence[reading.anchor] === index)
    .sort((a, b) => b.probability - a.probability);
  const taken = new Set(accepted.map(({ reading }) => reading.anchor));
  const lines = [`sentence ${index + 1}`, `    ${flat(context, sentence)}`];
  for (const attribution of attributions) {
    const [first] = attribution.links;
    if (!overlaps(first!.cue ?? attribution.content[0]!, sentence)) continue;
    lines.push(...marks(sentence, first!.source, first!.cue, attribution.content), about(context, attribution));
    const own = here.find(({ reading }) => first!.cue && overlaps(first!.cue, context.span(cueOf(reading))));
    if (own)
      lines.push(...preferred(all, here, own), lexicon(context, own.reading.anchor), ...evidence(all, own.reading));
    else if (!first!.cue) lines.push('    a quotation that stands alone: no words beside it say who speaks');
  }
  if (lines.length === 2) lines.push('    nothing is attributed here');
  const refused = here.filter(
    ({ reading }, at) =>
      !taken.has(reading.anchor) && here.findIndex((other) => other.reading.anchor === reading.anchor) === at,
  );
  if (refused.length === 0 && lines.length === 3) lines.push('    no word came near to being a cue');
  for (const { reading, probability, level } of refused.slice(0, MAX_REFUSED)) {
    const candidate = toCandidate(context, encoded, reading, probability);
    if (!candidate) continue;
    const least = level === 0 ? THRESHOLD.accept : THRESHOLD.inside;
    const why =
      probability < least
        ? `${probability.toFixed(2)}, ${(least - probability).toFixed(2)} less than it needs`
        : `${probability.toFixed(2)}, but a surer reading holds its cue or its words`;
    lines.push(
      `    not taken: ${proposerOf(encoded, reading)} ${why}`,
      ...marks(sentence, candidate.source, candidate.cue, candidate.content),
      lexicon(context, reading.anchor),
    );
  }
  return lines;
}

function about(context: TokenContext, { by, confidence, links }: Attribution): string {
  const name = by.slice(by.indexOf(':') + 1);
  const reads = constructs.find((construct) => construct.name === name)?.reads;
  const chain = links
    .map((link) => (link.source ? flat(context, link.source) : 'nobody named'))
    .join(', passed on by ');
  return `    ${by}${reads ? ` (${reads})` : ''}, confidence ${confidence.toFixed(2)}: ${chain}`;
}

/** What proposed the reading, at which level, and by how much it was preferred to another reading of its cue. */
function preferred({ encoded }: Explained, here: readonly Judged[], own: Judged): string[] {
  const place = own.level === 0 ? 'in the article itself' : 'inside what somebody else says';
  const rival = here.find(
    (other) =>
      other.level === own.level && other.reading !== own.reading && other.reading.anchor === own.reading.anchor,
  );
  const lead = rival
    ? `; preferred to ${proposerOf(encoded, rival.reading)} by ${(own.probability - rival.probability).toFixed(2)}`
    : '';
  return [`    proposed by ${proposerOf(encoded, own.reading)} ${place}, ${own.probability.toFixed(2)}${lead}`];
}

function cueOf({ cueFrom, cueTo }: Reading): { from: number; to: number } {
  return { from: cueFrom, to: cueTo };
}

function lexicon(context: TokenContext, w: number): string {
  const row = cueRows().find(([word]) => word === context.lower(w));
  if (!row) return `    lexicon: "${context.lower(w)}" is not in cues.tsv`;
  const [word, cues, uses, complements] = row;
  return `    lexicon: "${word}" carried a cue in ${cues} of ${uses} uses${complements ? `; ${complements}` : ''}`;
}

/** Two lines: the features of the cue that weigh most, for and against. */
function evidence({ context, encoded, models }: Explained, { anchor }: Reading): string[] {
  const { weights, scale } = models.first;
  const known = new Map<number, string>();
  const from = encoded.first[encoded.sentence[anchor]!]!;
  const to = encoded.first[encoded.sentence[anchor]! + 1]!;
  for (let w = from; w < to; w += 1)
    known.set(encoded.form[w]!, context.lower(w)).set(encoded.stem[w]!, context.lower(w));
  const kernel = readerKernel(encoded);
  kernel.useCues(models.cues);
  const weighed = kernel.recordCue(anchor).map(({ template, values, hash }) => {
    const words = values.flatMap((value) => known.get(value) ?? []);
    const label = `${ANCHOR_TEMPLATES[template]}${words.length > 0 ? ` "${words.join(' ')}"` : ''}`;
    return { weight: weights[hash & (weights.length - 1)]! * scale, label };
  });
  weighed.sort((a, b) => b.weight - a.weight);
  const show = (items: typeof weighed) => items.map(({ label, weight }) => `${label} ${weight.toFixed(2)}`).join(', ');
  return [
    `    for a cue:     ${show(weighed.slice(0, SHOWN_FEATURES).filter(({ weight }) => weight > 0))}`,
    `    against a cue: ${show(weighed.slice(-SHOWN_FEATURES).filter(({ weight }) => weight < 0))}`,
  ];
}

function flat({ article }: TokenContext, { start, end }: Span): string {
  return article.text.slice(start, end).replace(/\s/gu, ' ');
}

/** One row of marks under the sentence: s source, ^ cue, _ content. */
function marks(sentence: Span, source: Span | null, cue: Span | null, content: readonly Span[]): string[] {
  const row = new Array<string>(sentence.end - sentence.start).fill(' ');
  const draw = (span: Span, mark: string) => {
    for (let at = Math.max(span.start, sentence.start); at < Math.min(span.end, sentence.end); at += 1) {
      row[at - sentence.start] = mark;
    }
  };
  for (const piece of content) draw(piece, '_');
  if (source) draw(source, 's');
  if (cue) draw(cue, '^');
  return [`    ${row.join('').trimEnd()}`];
}
