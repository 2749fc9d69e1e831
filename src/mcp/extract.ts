/** The tool `extract`: an article in, claims out. */
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { extract } from '../index.ts';
import { isDay } from '../read/day.ts';
import { type ClaimRecord, claimRecords } from '../write/records.ts';
import { answer } from './answer.ts';

/** Some thirty thousand words: a long feature is a quarter of it. */
export const MAX_TEXT_LENGTH = 200_000;

/** What both tools take. */
export const articleInput = {
  text: z
    .string()
    .min(1)
    .max(MAX_TEXT_LENGTH)
    .describe(`The article, plain text, at most ${MAX_TEXT_LENGTH} characters.`),
  title: z.string().optional(),
  published: z
    .string()
    .refine(isDay, { error: 'is not a day; write it as YYYY-MM-DD, for example 2020-09-13' })
    .optional()
    .describe('The day of publication, as YYYY-MM-DD.'),
  minConfidence: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Attributed claims less sure than this are left out; above 0.6 88 of 100 are right, above 0.9 95.'),
};

export const extractInput = {
  ...articleInput,
  id: z.string().min(1).optional().describe('Names the article in the answer.'),
  detail: z
    .enum(['claims', 'full'])
    .default('claims')
    .describe('claims: one compact record a claim. full: all mentions and sentences, as accordingto schema has it.'),
  attributedOnly: z
    .boolean()
    .default(false)
    .describe("With claims: leaves out what the article says in its own voice; true for 'who said what'."),
  from: z.int().min(0).default(0).describe('With claims: how many to pass over; next of the answer before.'),
  limit: z.int().min(1).max(500).default(100).describe('With claims: how many at most.'),
};

type ExtractCall = z.infer<z.ZodObject<typeof extractInput>>;

/** @returns the answer to a call of the tool `extract`: the contract's object, or the stretch of claims that is asked for */
export function answerExtract(call: ExtractCall): CallToolResult {
  const { id = 'article', text, title = null, published = null, minConfidence } = call;
  const output = extract({ id, text, title, published }, minConfidence === undefined ? {} : { minConfidence });
  if (call.detail === 'full') return answer(output);
  const claims = claimRecords(output).filter(({ attribution }) => !call.attributedOnly || attribution.length > 0);
  const end = call.from + call.limit;
  return answer({
    article: { id, published: output.article.published.date, basis: output.article.published.basis },
    total: claims.length,
    next: end < claims.length ? end : null,
    claims: claims.slice(call.from, end).map(compact),
  });
}

/** A claim without what only programs need. */
function compact({ claim, text, start, end, quotation, medium, negated, hedged, confidence, ...rest }: ClaimRecord) {
  return {
    id: claim,
    text,
    start,
    end,
    quotation,
    attribution: rest.attribution.map(({ source, kind, stance, cue, span }) => ({
      source: source ?? span?.text ?? null,
      kind,
      stance,
      cue: cue?.text ?? null,
    })),
    medium: medium?.text ?? null,
    people: rest.people.map(({ name }) => name),
    dates: rest.dates.map(({ text, value }) => ({ text, value })),
    numbers: rest.numbers.map(({ text, value, min, max, unit, counted }) => ({ text, value, min, max, unit, counted })),
    negated,
    hedged,
    confidence,
  };
}
