/** From layers to the contract's object: the one place where ids are given and texts are cut for output. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type Article, byPosition, contains, type Layers, type Span, slice } from './document.ts';
import { type Output, type OutputSpan, SCHEMA_VERSION } from './output.ts';
import { findProblems } from './problems.ts';

/** Our own version, from the package that this file is shipped in. */
export const VERSION: string = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;

/**
 * Writes layers as the contract's object, keys in the contract's order.
 *
 * @param options.includeText repeat the text even where the input file was plain text
 */
export function compose(article: Article, layers: Layers, options: { readonly includeText?: boolean } = {}): Output {
  const cut = ({ start, end }: Span): OutputSpan => ({ start, end, text: slice(article, { start, end }) });
  const { published, people, sources, attributions, dates, numbers } = layers;
  const sourceOf = new Map(
    sources.flatMap((source, index) => source.mentions.map((mention) => [key(mention), `s${index + 1}`] as const)),
  );
  return {
    schemaVersion: SCHEMA_VERSION,
    generator: { name: 'accordingto', version: VERSION },
    article: {
      id: article.id,
      source: article.source,
      sha256: createHash('sha256').update(article.text, 'utf8').digest('hex'),
      length: article.text.length,
      language: 'en',
      title: article.title,
      ...(options.includeText || !article.plain ? { text: article.text } : {}),
      published: { ...published, candidates: [...published.candidates], evidence: published.evidence.map(cut) },
    },
    sentences: layers.sentences.map((sentence) => ({ ...cut(sentence), kind: sentence.kind })),
    people: people.map((person, index) => ({
      id: `p${index + 1}`,
      name: person.name,
      aliases: [...person.aliases],
      titles: [...person.titles],
      age: person.age,
      mentions: person.mentions.map((mention) => ({ ...cut(mention), kind: mention.kind })),
    })),
    sources: sources.map((source, index) => ({
      id: `s${index + 1}`,
      name: source.name,
      kind: source.kind,
      person: source.person === null ? null : `p${source.person + 1}`,
      mentions: source.mentions.map(cut),
    })),
    dates: dates.map((date, index) => ({
      id: `d${index + 1}`,
      ...cut(date),
      type: date.type,
      value: date.value,
      basis: date.basis,
      by: date.by,
    })),
    numbers: numbers.map((number, index) => ({
      id: `n${index + 1}`,
      ...cut(number),
      kind: number.kind,
      value: number.value,
      min: number.min,
      max: number.max,
      modifier: number.modifier,
      unit: number.unit,
      counted: number.counted,
      by: number.by,
    })),
    claims: layers.claims.map((claim, index) => {
      const attribution = claim.attribution === null ? null : attributions[claim.attribution]!;
      const inside = (span: Span) => claim.content.some((piece) => contains(piece, span));
      return {
        id: `c${index + 1}`,
        quotation: claim.quotation,
        content: claim.content.map(cut),
        attribution: (attribution?.links ?? []).map((link) => ({
          source: link.source === null ? null : (sourceOf.get(key(link.source)) ?? null),
          span: link.source === null ? null : cut(link.source),
          cue: { ...cut(link.cue), lemma: link.lemma },
          stance: link.stance,
        })),
        medium: attribution?.medium ? cut(attribution.medium) : null,
        people: ids('p', people, (person) => person.mentions.some(inside)),
        dates: ids('d', dates, inside),
        numbers: ids('n', numbers, inside),
        negated: claim.negated,
        hedged: claim.hedged,
        by: claim.by,
        confidence: Math.round(claim.confidence * 100) / 100,
      };
    }),
    problems: [...findProblems(article, layers)].sort(byPosition).map((problem) => ({
      stage: problem.stage,
      code: problem.code,
      message: problem.message,
      start: problem.start,
      end: problem.end,
    })),
  };
}

const key = (span: Span): string => `${span.start}-${span.end}`;

function ids<Item>(letter: string, items: readonly Item[], holds: (item: Item) => boolean): string[] {
  return items.flatMap((item, index) => (holds(item) ? [`${letter}${index + 1}`] : []));
}
