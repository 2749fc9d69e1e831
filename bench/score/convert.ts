/** From the contract's output to the evaluation format of ../shared/eval (CONTRACT.md, "Evaluation"). */
import type { Quote } from '../../src/document.ts';
import type { Output, OutputClaim } from '../../src/output.ts';
import { findQuotes } from '../../src/quotes/index.ts';
import { findSentences } from '../../src/sentences/index.ts';

export type Pair = [number, number];

export interface EvalLink {
  source: Pair[];
  /** Empty for a quotation that stands alone. */
  cue: Pair | [];
  kind: string | null;
  name: string | null;
}

/** The cue of a link as a list: none for a quotation that stands alone. */
export const cueOf = ({ cue }: EvalLink): Pair[] => (cue.length === 0 ? [] : [cue]);

export interface EvalAttribution {
  source: Pair[];
  cue: Pair[];
  content: Pair[];
  chain: EvalLink[];
  medium: Pair[];
  confidence: number;
  by: string;
}

export interface Prediction {
  id: string;
  sentences: Pair[];
  people: Pair[];
  dates: { start: number; end: number; type: string; value: string }[];
  numbers: {
    start: number;
    end: number;
    value: number | null;
    range?: [number | null, number | null];
    unit: string | null;
    change: string;
  }[];
  attributions: EvalAttribution[];
}

/** What a set's annotators did that the contract does differently. */
export interface Conventions {
  /**
   * `all`: nested attributions count. `outer`: an attribution whose cue lies inside another's content is left out.
   * `unquoted`: it is left out only where a quotation stands around its cue.
   */
  readonly nested: 'all' | 'outer' | 'unquoted';
  /** Contents start with the "that" before them. */
  readonly that: boolean;
  /** Only attributions in which somebody or something is named as source are annotated. */
  readonly sourced: boolean;
  /**
   * What of the numbers the set annotates. `all`, the default; `quantities`: no ordinals and no scores; `ranges`: the
   * same, and the two ends of an interval ("44 mg to 50 mg") are one item.
   */
  readonly numbers?: 'all' | 'quantities' | 'ranges';
}

const CHANGES = {
  about: '~',
  'more-than': '>',
  'at-least': '>',
  'less-than': '<',
  'at-most': '<',
  up: 'up',
  down: 'down',
} as const;

const pair = ({ start, end }: { start: number; end: number }): Pair => [start, end];

/** A document for the case that the pipeline failed: nothing was found. */
export function emptyPrediction(id: string): Prediction {
  return { id, sentences: [], people: [], dates: [], numbers: [], attributions: [] };
}

/** Writes one output as a prediction. */
export function toPrediction(id: string, text: string, output: Output, conventions: Conventions): Prediction {
  const names = output.people.flatMap(({ mentions }) => mentions.filter(({ kind }) => kind === 'name'));
  return {
    id,
    sentences: output.sentences.map(pair),
    people: names.map(pair).sort((a, b) => a[0] - b[0]),
    dates: output.dates.map(({ start, end, type, value }) => ({ start, end, type, value })),
    numbers: countedNumbers(output, conventions.numbers ?? 'all'),
    attributions: countedClaims(text, output, conventions).map((claim) =>
      toAttribution(text, output, claim, conventions.that),
    ),
  };
}

type OutputNumber = Output['numbers'][number];

function countedNumbers(output: Output, counted: NonNullable<Conventions['numbers']>): Prediction['numbers'] {
  const numbers = output.numbers.filter(({ kind }) => counted === 'all' || (kind !== 'ordinal' && kind !== 'score'));
  return (counted === 'ranges' ? joinEnds(numbers) : numbers).map(
    ({ start, end, value, min, max, unit, counted, modifier }) => ({
      ...{ start, end, value, unit: unit ?? counted, change: modifier === null ? '=' : CHANGES[modifier] },
      ...(value === null && (min !== null || max !== null)
        ? { range: [min, max] as [number | null, number | null] }
        : {}),
    }),
  );
}

/** Both ends of an interval carry its bounds: as one number, it has no value of its own. */
function joinEnds(numbers: readonly OutputNumber[]): OutputNumber[] {
  const joined: OutputNumber[] = [];
  for (const number of numbers) {
    const before = joined.at(-1);
    const { min, max, unit } = number;
    if (
      before &&
      min !== max &&
      before.by === 'range' &&
      number.by === 'range' &&
      before.min === min &&
      before.max === max
    ) {
      joined[joined.length - 1] = { ...before, end: number.end, value: null, unit: unit ?? before.unit };
    } else joined.push(number);
  }
  return joined;
}

function countedClaims(text: string, output: Output, { nested, sourced }: Conventions): OutputClaim[] {
  const claims = output.claims.filter(
    ({ attribution: [first, ...more] }) =>
      first !== undefined && (!sourced || [first, ...more].some(({ span }) => span !== null)),
  );
  if (nested === 'all') return claims;
  const quotes = nested === 'unquoted' ? quotesOf(text, output) : [];
  return claims.filter((claim) => {
    const { cue } = claim.attribution[0]!;
    // Only whole articles mark quotations that stand alone.
    if (cue === null) return false;
    const inside = claims.some(
      (other) => other !== claim && other.content.some(({ start, end }) => start <= cue.start && cue.end <= end),
    );
    if (!inside) return true;
    return nested === 'unquoted' && !quotes.some(({ start, end }) => start <= cue.start && cue.end <= end);
  });
}

function quotesOf(text: string, output: Output): readonly Quote[] {
  const { id, source, title } = output.article;
  const published = { date: null, basis: 'unknown', candidates: [], evidence: [] } as const;
  const article = { id, source, title, text, published, plain: true };
  return findQuotes(article, { sentences: findSentences(article, {}) });
}

function toAttribution(text: string, output: Output, claim: OutputClaim, that: boolean): EvalAttribution {
  const sources = new Map(output.sources.map((source) => [source.id, source]));
  const people = new Map(output.people.map((person) => [person.id, person]));
  const nameOf = (id: string | null): string | null => {
    const source = id === null ? undefined : sources.get(id);
    const person = source?.person ? people.get(source.person) : undefined;
    return person?.name ?? source?.name ?? null;
  };
  const first = claim.attribution[0]!;
  const content = claim.content.map(pair);
  if (that) content[0]![0] = startWithThat(text, content[0]![0]);
  return {
    source: first.span === null ? [] : [pair(first.span)],
    cue: first.cue === null ? [] : [pair(first.cue)],
    content,
    chain: claim.attribution.map(({ source, span, cue }) => ({
      source: span === null ? [] : [pair(span)],
      cue: cue === null ? [] : pair(cue),
      // The kit's guide: where nobody is named at all, the kind is "group".
      kind: (source && sources.get(source)?.kind) ?? (span === null ? 'group' : null),
      name: nameOf(source) ?? (span === null ? null : text.slice(span.start, span.end)),
    })),
    medium: claim.medium === null ? [] : [pair(claim.medium)],
    confidence: claim.confidence,
    by: claim.by,
  };
}

function startWithThat(text: string, start: number): number {
  const before = /\bthat,?\s+$/i.exec(text.slice(Math.max(0, start - 8), start));
  return before ? start - before[0].length : start;
}
