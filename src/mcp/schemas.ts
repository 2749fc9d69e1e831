/** What the tools give back, as clients check it. */
import { z } from 'zod';
import { output } from '../output.ts';

const { article, sources, dates, numbers, claims } = output.shape;
const { id, quotation, negated, hedged, confidence, attribution } = claims.element.shape;
const { start, end } = attribution.element.shape.span.unwrap().shape;
const number = numbers.element.shape;

const compactClaim = z.strictObject({
  id,
  text: z.string(),
  start,
  end,
  quotation,
  attribution: z.array(
    z.strictObject({
      source: z.string().nullable(),
      kind: sources.element.shape.kind.nullable(),
      stance: attribution.element.shape.stance,
      cue: z.string().nullable(),
    }),
  ),
  medium: z.string().nullable(),
  people: z.array(z.string()),
  dates: z.array(dates.element.pick({ text: true, value: true })),
  numbers: z.array(
    z.strictObject({
      text: z.string(),
      value: number.value,
      min: number.min,
      max: number.max,
      unit: number.unit,
      counted: number.counted,
    }),
  ),
  negated,
  hedged,
  confidence,
});

const compactArticle = z.strictObject({
  id: article.shape.id,
  published: article.shape.published.shape.date,
  basis: article.shape.published.shape.basis,
});

/** Claims in brief with their number, or with detail "full" the whole document. */
export const extractOutput = {
  ...output.partial().shape,
  article: z.union([compactArticle, article]),
  claims: z.union([z.array(compactClaim), claims]),
  total: z.int().optional().describe('With claims: how many there are.'),
  next: z.int().nullable().optional().describe('With claims: the from of the next call, null after the last.'),
};

export const explainOutput = { lines: z.array(z.string()).describe('As accordingto explain prints them.') };
