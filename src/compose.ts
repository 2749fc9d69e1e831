/** From layers to the contract's object: the one place where ids are given and texts are cut for output. */
import { hash } from 'node:crypto';
import {
  type Article,
  byPosition,
  type Claim,
  type DateMention,
  type Layers,
  type Link,
  lastStartingAt,
  type NumberMention,
  type Person,
  type Source,
  type Span,
  slice,
  spanKey,
} from './document.ts';
import type { Output, OutputClaim, OutputSpan } from './output.ts';
import { findProblems } from './problems.ts';
import { SCHEMA_VERSION } from './schema-version.ts';
import { VERSION } from './version.ts';

/**
 * Writes layers as the contract's object, keys in the contract's order, ids in order of first appearance. Linear in
 * the text's length.
 *
 * @param options.includeText repeat the text even where the input file was plain text
 * @returns an object that the schema of `output.ts` accepts
 */
export function compose(article: Article, layers: Layers, options: { readonly includeText?: boolean } = {}): Output {
  const cutText: CutText = (start, end) => slice(article, { start, end });
  const cut = ({ start, end }: Span): OutputSpan => ({ start, end, text: cutText(start, end) });
  const people = inOrder('p', layers.people, ({ mentions }) => mentions[0]);
  const sources = inOrder('s', layers.sources, ({ mentions }) => mentions[0]);
  const claims = inOrder('c', layers.claims, ({ content }) => content[0]);
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: 'accordingto', version: VERSION },
    article: composeArticle(article, layers.published, cut, options.includeText === true || !article.plain),
    sentences: layers.sentences.map(({ start, end, kind }) => ({ start, end, text: cutText(start, end), kind })),
    people: people.items.map((person, index) => composePerson(person, index, cutText)),
    sources: sources.items.map((source, index) => composeSource(source, index, people.ids, cutText)),
    dates: layers.dates.map((date, index) => composeDate(date, index, cutText)),
    numbers: layers.numbers.map((number, index) => composeNumber(number, index, cutText)),
    claims: claims.items.map(composeClaims(layers, people.items, sources, cut)),
    comparisons: layers.comparisons.map((comparison) => ({
      numbers: comparison.numbers.map((index) => `n${index + 1}`),
      relation: comparison.relation,
      sources: comparison.sources.map((source) => (source === null ? null : sources.ids[source]!)),
      about: comparison.about,
    })),
    problems: [...findProblems(article, layers)].sort(byPosition).map((problem) => ({
      stage: problem.stage,
      code: problem.code,
      message: problem.message,
      start: problem.start,
      end: problem.end,
    })),
  };
}

// Mentions are spelt out key by key: thousands are made an article, and spreads cost most of their time.
type CutText = (start: number, end: number) => string;

function composeArticle(
  article: Article,
  published: Layers['published'],
  cut: (span: Span) => OutputSpan,
  withText: boolean,
): Output['article'] {
  return {
    id: article.id,
    source: article.source,
    sha256: hash('sha256', article.text),
    length: article.text.length,
    language: article.language ?? 'en',
    title: article.title,
    ...(article.url === undefined ? {} : { url: article.url }),
    ...(article.authors === undefined ? {} : { authors: [...article.authors] }),
    ...(withText ? { text: article.text } : {}),
    published: {
      date: published.date,
      basis: published.basis,
      candidates: [...published.candidates],
      evidence: published.evidence.map(cut),
    },
  };
}

function composePerson(person: Person, index: number, cutText: CutText): Output['people'][number] {
  return {
    id: `p${index + 1}`,
    name: person.name,
    aliases: [...person.aliases],
    titles: [...person.titles],
    age: person.age,
    mentions: person.mentions.map(({ start, end, kind }) => ({ start, end, text: cutText(start, end), kind })),
  };
}

/** @param people the ids of the persons by their place in the layer */
function composeSource(
  source: Source,
  index: number,
  people: readonly string[],
  cutText: CutText,
): Output['sources'][number] {
  return {
    id: `s${index + 1}`,
    name: source.name,
    kind: source.kind,
    person: source.person === null ? null : people[source.person]!,
    resolved: source.resolved,
    how: source.how,
    candidates: source.candidates.map(({ name, person, probability }) => ({
      name,
      person: person === null ? null : people[person]!,
      probability: Math.round(probability * 100) / 100,
    })),
    role: source.role,
    mentions: source.mentions.map(({ start, end, how }) => ({ start, end, text: cutText(start, end), how })),
  };
}

function composeDate(date: DateMention, index: number, cutText: CutText): Output['dates'][number] {
  return {
    id: `d${index + 1}`,
    start: date.start,
    end: date.end,
    text: cutText(date.start, date.end),
    type: date.type,
    value: date.value,
    basis: date.basis,
    ...(date.candidates ? { candidates: [...date.candidates] } : {}),
    by: date.by,
  };
}

function composeNumber(number: NumberMention, index: number, cutText: CutText): Output['numbers'][number] {
  return {
    id: `n${index + 1}`,
    start: number.start,
    end: number.end,
    text: cutText(number.start, number.end),
    kind: number.kind,
    value: number.value,
    min: number.min,
    max: number.max,
    modifier: number.modifier,
    unit: number.unit,
    counted: number.counted,
    by: number.by,
  };
}

/** The function that writes one claim; what all claims share is made once. */
function composeClaims(
  { attributions, dates, numbers }: Layers,
  people: Layers['people'],
  sources: Ordered<Layers['sources'][number]>,
  cut: (span: Span) => OutputSpan,
): (claim: Claim, index: number) => OutputClaim {
  const sourceOf = new Map<number, string>();
  for (const [index, { mentions }] of sources.items.entries())
    for (const mention of mentions) sourceOf.set(spanKey(mention), `s${index + 1}`);
  const speakerOf = new Map<number, string>();
  for (const [index, { quotations }] of sources.items.entries())
    for (const quotation of quotations) speakerOf.set(spanKey(quotation), `s${index + 1}`);
  const idOf = ({ source, cue }: Link, content: Span): string | null => {
    if (source !== null) return sourceOf.get(spanKey(source)) ?? null;
    return cue === null ? (speakerOf.get(spanKey(content)) ?? null) : null;
  };
  const named: Item[] = [];
  for (const [item, { mentions }] of people.entries())
    for (const { start, end } of mentions) named.push({ start, end, item });
  named.sort(byPosition);
  const dated = dates.map(({ start, end }, item) => ({ start, end, item }));
  const counted = numbers.map(({ start, end }, item) => ({ start, end, item }));
  return (claim, index) => {
    const attribution = claim.attribution === null ? null : attributions[claim.attribution]!;
    return {
      id: `c${index + 1}`,
      quotation: claim.quotation,
      content: claim.content.map(cut),
      attribution: (attribution?.links ?? []).map((link) => ({
        source: idOf(link, attribution!.content[0]!),
        span: link.source === null ? null : cut(link.source),
        cue: link.cue === null ? null : { ...cut(link.cue), lemma: link.lemma ?? '' },
        stance: link.stance,
      })),
      medium: attribution?.medium ? cut(attribution.medium) : null,
      people: idsInside('p', named, claim.content),
      dates: idsInside('d', dated, claim.content),
      numbers: idsInside('n', counted, claim.content),
      negated: claim.negated,
      hedged: claim.hedged,
      statement: claim.statement,
      by: claim.by,
      confidence: Math.round(claim.confidence * 100) / 100,
    };
  };
}

/** A mention of an item of a layer. */
interface Item extends Span {
  readonly item: number;
}

interface Ordered<Item> {
  /** In order of first appearance. */
  readonly items: readonly Item[];
  /** The id of each item by its place in the layer. */
  readonly ids: readonly string[];
}

function inOrder<Item>(letter: string, layer: readonly Item[], first: (item: Item) => Span | undefined): Ordered<Item> {
  const nowhere: Span = { start: Number.MAX_SAFE_INTEGER, end: Number.MAX_SAFE_INTEGER };
  const order = layer
    .map((item, index) => ({ item, index, at: first(item) ?? nowhere }))
    .sort((a, b) => byPosition(a.at, b.at) || a.index - b.index);
  const ids = new Array<string>(layer.length);
  for (const [rank, { index }] of order.entries()) ids[index] = `${letter}${rank + 1}`;
  return { items: order.map(({ item }) => item), ids };
}

/** The ids of all items with a mention that lies within one of the pieces. Looks only at mentions inside them. */
function idsInside(letter: string, mentions: readonly Item[], pieces: readonly Span[]): string[] {
  const found = new Set<number>();
  for (const { start, end } of pieces) {
    for (let at = lastStartingAt(mentions, start - 1) + 1; at < mentions.length; at += 1) {
      const mention = mentions[at]!;
      if (mention.start >= end) break;
      if (mention.end <= end) found.add(mention.item);
    }
  }
  return [...found].sort((a, b) => a - b).map((item) => `${letter}${item + 1}`);
}
