/** What of a claim is compared, under the names that a difference shows. */
import type { ClaimRecord } from '../write/records.ts';

type Value = string | number | boolean | null | readonly (string | null)[];

/** Lists follow the chain: who said it first, then who passed it on. Offsets are no part of what a claim says. */
const VALUES = {
  text: ({ text }) => text,
  source: ({ attribution }) => attribution.map(({ source }) => source),
  words: ({ attribution }) => attribution.map(({ span }) => span?.text ?? null),
  kind: ({ attribution }) => attribution.map(({ kind }) => kind),
  person: ({ attribution }) => attribution.map(({ person }) => person),
  stance: ({ attribution }) => attribution.map(({ stance }) => stance),
  cue: ({ attribution }) => attribution.map(({ cue }) => cue?.text ?? null),
  quotation: ({ quotation }) => quotation,
  medium: ({ medium }) => medium?.text ?? null,
  people: ({ people }) => people.map(({ name }) => name),
  dates: ({ dates }) => dates.map(({ text, type, value, basis }) => `${text} = ${value} (${type}, ${basis})`),
  numbers: ({ numbers }) => numbers.map(figure),
  negated: ({ negated }) => negated,
  hedged: ({ hedged }) => hedged,
  statement: ({ statement }) => statement,
  by: ({ by }) => by,
  confidence: ({ confidence }) => confidence,
} as const satisfies Readonly<Record<string, (claim: ClaimRecord) => Value>>;

/** `place` is where the claim stands among the others, or in the text where that is the same. */
export const FIELDS = [...(Object.keys(VALUES) as (keyof typeof VALUES)[]), 'place'] as const;
export type Field = (typeof FIELDS)[number];

/** What differs: before and after. */
export type Changes = Readonly<Partial<Record<Field, readonly [Value, Value]>>>;

/** @param ignored fields that may differ */
export function changesOf(before: ClaimRecord, after: ClaimRecord, ignored: ReadonlySet<Field>): Changes {
  const changes: Partial<Record<Field, readonly [Value, Value]>> = {};
  for (const [name, value] of Object.entries(VALUES) as [keyof typeof VALUES, (claim: ClaimRecord) => Value][]) {
    if (ignored.has(name)) continue;
    const [was, is] = [value(before), value(after)];
    if (was !== is && JSON.stringify(was) !== JSON.stringify(is)) changes[name] = [was, is];
  }
  return changes;
}

function figure({ text, kind, value, min, max, modifier, unit, counted }: ClaimRecord['numbers'][number]): string {
  const bounds = value === null ? `${min ?? ''}..${max ?? ''}` : String(value);
  return `${text} = ${[modifier, bounds, unit, counted].filter((part) => part !== null).join(' ')} (${kind})`;
}
