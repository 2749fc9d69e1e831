/** Claims that are complete in themselves: what the contract refers to by id is written out in them. */
import { z } from 'zod';
import { output as document, type Output, type OutputClaim } from '../output.ts';
import { SCHEMA_VERSION } from '../schema-version.ts';

const { article, people, sources, dates, numbers, claims } = document.shape;
const { content, attribution, ...claim } = claims.element.shape;
const { span, cue, stance } = attribution.element.shape;
const { name, aliases, titles, age } = people.element.shape;

/** One claim with its article, sources, people, dates and numbers; keys in the order in which they are written. */
export const claimRecord = z.strictObject({
  schemaVersion: document.shape.schemaVersion,
  article: article.shape.id,
  published: article.shape.published.shape.date,
  claim: claim.id,
  text: z.string(),
  start: span.unwrap().shape.start,
  end: span.unwrap().shape.end,
  content,
  quotation: claim.quotation,
  attribution: z.array(
    z.strictObject({
      source: sources.element.shape.name.nullable(),
      kind: sources.element.shape.kind.nullable(),
      person: name.nullable(),
      resolved: z.boolean(),
      stance,
      lemma: cue.unwrap().shape.lemma.nullable(),
      span,
      cue: cue.unwrap().omit({ lemma: true }).nullable(),
    }),
  ),
  medium: claim.medium,
  people: z.array(z.strictObject({ name, aliases, titles, age })),
  dates: z.array(dates.element.omit({ id: true, by: true })),
  numbers: z.array(numbers.element.omit({ id: true, by: true })),
  negated: claim.negated,
  hedged: claim.hedged,
  statement: claim.statement,
  by: claim.by,
  confidence: claim.confidence,
});

export type ClaimRecord = z.infer<typeof claimRecord>;

/** @returns a record for each claim, in order; linear in the claims and what they refer to */
export function claimRecords(output: Output): ClaimRecord[] {
  const people = new Map(output.people.map((person) => [person.id, person]));
  const sources = new Map(output.sources.map((source) => [source.id, source]));
  const dates = new Map(output.dates.map((date) => [date.id, date]));
  const numbers = new Map(output.numbers.map((number) => [number.id, number]));
  const record = (claim: OutputClaim): ClaimRecord => ({
    schemaVersion: SCHEMA_VERSION,
    article: output.article.id,
    published: output.article.published.date,
    claim: claim.id,
    text: claim.content.map(({ text }) => text).join(' … '),
    start: claim.content[0]!.start,
    end: claim.content.at(-1)!.end,
    content: claim.content,
    quotation: claim.quotation,
    attribution: claim.attribution.map(({ source, span, cue, stance }) => {
      const known = source === null ? undefined : sources.get(source);
      return {
        source: known?.name ?? null,
        kind: known?.kind ?? null,
        person: known?.person == null ? null : people.get(known.person)!.name,
        resolved: known?.resolved ?? false,
        stance,
        lemma: cue?.lemma ?? null,
        span,
        cue: cue && { start: cue.start, end: cue.end, text: cue.text },
      };
    }),
    medium: claim.medium,
    people: claim.people.map((id) => {
      const { name, aliases, titles, age } = people.get(id)!;
      return { name, aliases, titles, age };
    }),
    dates: claim.dates.map((id) => {
      const { start, end, text, type, value, basis } = dates.get(id)!;
      return { start, end, text, type, value, basis };
    }),
    numbers: claim.numbers.map((id) => {
      const { id: _, by: __, ...number } = numbers.get(id)!;
      return number;
    }),
    negated: claim.negated,
    hedged: claim.hedged,
    statement: claim.statement,
    by: claim.by,
    confidence: claim.confidence,
  });
  return output.claims.map(record);
}
