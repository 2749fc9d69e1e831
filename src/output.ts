/**
 * The contract: what a run writes for one article. This schema is the single source of truth; the types are inferred
 * from it and `accordingto schema` prints it as JSON Schema.
 */
import { z } from 'zod';
import { SCHEMA_VERSION } from './schema-version.ts';

const offset = z.int().nonnegative();
const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const span = z.strictObject({ start: offset, end: offset, text: z.string() });
const id = (letter: string) => z.string().regex(new RegExp(`^${letter}[1-9]\\d*$`));

const published = z
  .strictObject({
    date: day.nullable(),
    basis: z.enum(['given', 'metadata', 'file-name', 'dateline', 'inferred', 'unknown']),
    candidates: z.array(day),
    evidence: z.array(span),
  })
  .describe('When the article appeared and how that is known; several possible days: date null, candidates filled.');

const article = z.strictObject({
  id: z.string().min(1).describe("Relative path without extension, or the record's own id."),
  source: z.string().describe('As given; "-" for standard input.'),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .describe('Of the text in UTF-8.'),
  length: offset.describe('UTF-16 code units.'),
  language: z
    .string()
    .nullable()
    .describe(
      'ISO 639-1. A text of fewer than 40 letters, most of them Latin, is taken for English without a test; und: it does not look like English, and is too short to tell.',
    ),
  title: z.string().nullable(),
  url: z.string().optional().describe('Where it was published; only where the input says so.'),
  authors: z.array(z.string()).optional().describe('Who wrote it; only where the input says so.'),
  text: z.string().optional().describe('Only where the input was not plain text, or on request.'),
  published,
});

const sentence = z.strictObject({ ...span.shape, kind: z.enum(['body', 'heading', 'caption']) });

const person = z.strictObject({
  id: id('p'),
  name: z.string(),
  aliases: z.array(z.string()),
  titles: z.array(z.string()),
  age: z.int().nullable(),
  mentions: z.array(z.strictObject({ ...span.shape, kind: z.enum(['name', 'pronoun', 'description']) })),
});

const source = z.strictObject({
  id: id('s'),
  name: z.string(),
  kind: z.enum(['person', 'news-agency', 'media', 'government', 'organization', 'group', 'anonymous', 'document']),
  person: id('p').nullable().describe('In people, where the source is or speaks through a named person.'),
  resolved: z.boolean().describe('False for a pronoun or a role that could not be tied to anybody: no name.'),
  how: z
    .enum(['name', 'alias', 'form', 'role', 'pronoun'])
    .describe('How it is known who is meant, by the surest mention: by name, by another name, a short form, …'),
  candidates: z
    .array(z.strictObject({ name: z.string(), person: id('p').nullable(), probability: z.number().min(0).max(1) }))
    .describe('Whom a source that is not resolved may mean, the likeliest first.'),
  role: z.enum(['author']).nullable().describe("author: the article's own I."),
  mentions: z.array(z.strictObject({ ...span.shape, how: z.enum(['name', 'alias', 'form', 'role', 'pronoun']) })),
});

const date = z.strictObject({
  id: id('d'),
  ...span.shape,
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  value: z.string().describe('TIMEX3 value; a range is a/b.'),
  basis: z.enum(['stated', 'year-inferred', 'relative', 'anaphoric', 'unresolved']),
  candidates: z.array(day).optional().describe('The two days that "3/4/2012" may be where nothing tells which.'),
  by: z.string(),
});

const number = z.strictObject({
  id: id('n'),
  ...span.shape,
  kind: z.enum([
    'cardinal',
    'ordinal',
    'percent',
    'percentage-point',
    'money',
    'measure',
    'age',
    'fraction',
    'multiple',
    'score',
  ]),
  value: z.number().nullable(),
  min: z.number().nullable().describe('Of a score the lower of its two values.'),
  max: z.number().nullable().describe('Of a score the higher of its two values.'),
  modifier: z.enum(['about', 'more-than', 'at-least', 'less-than', 'at-most', 'up', 'down']).nullable(),
  unit: z.string().nullable().describe('ISO 4217 code, SI or customary unit name.'),
  counted: z.string().nullable().describe('The words of what is counted.'),
  by: z.string(),
});

const link = z.strictObject({
  source: id('s').nullable(),
  span: span.nullable(),
  cue: z
    .strictObject({ ...span.shape, lemma: z.string() })
    .nullable()
    .describe('Null for a quotation that stands alone.'),
  stance: z.enum([
    'states',
    'reports',
    'confirms',
    'claims',
    'alleges',
    'believes',
    'denies',
    'accuses',
    'demands',
    'asks',
    'promises',
    'warns',
    'supports',
    'criticises',
    'declines',
  ]),
});

const claim = z.strictObject({
  id: id('c'),
  quotation: z.enum(['direct', 'mixed', 'indirect', 'none']).describe("none: the article's own voice."),
  content: z.array(span).min(1).describe('Several pieces where the text interrupts it.'),
  attribution: z.array(link).describe('Innermost first; empty: the article itself.'),
  medium: span.nullable().describe('Where it was said: "in a statement", the "Reuters" of "told Reuters".'),
  people: z.array(id('p')),
  dates: z.array(id('d')),
  numbers: z.array(id('n')),
  negated: z.boolean(),
  hedged: z.boolean(),
  statement: z.boolean().describe('Said, written, reported or shown: no mere attitude, wish or act.'),
  by: z.string().describe('construct:NAME, model:FORM, own-voice, correction.'),
  confidence: z
    .number()
    .min(0)
    .max(1)
    .describe('The probability that content, speaker and chain are all right; 1 for the own voice.'),
});

const comparison = z.strictObject({
  numbers: z.array(id('n')).min(2).describe('Figures for one thing from different voices.'),
  relation: z
    .enum(['agree', 'disagree', 'overlap', 'related'])
    .describe('related: they differ, but may be for different things or times.'),
  sources: z.array(id('s').nullable()).describe('Whose figures they are, in the same order; null: the article itself.'),
  about: z.string().describe('What is counted or measured.'),
});

const problem = z.strictObject({
  stage: z.string(),
  code: z.string(),
  message: z.string(),
  start: offset,
  end: offset,
});

/** One article's output. Offsets are UTF-16 code units, end exclusive; `text` is exactly what they cut. */
export const output = z.strictObject({
  schemaVersion: z.literal(SCHEMA_VERSION),
  generator: z.strictObject({ name: z.literal('accordingto'), version: z.string() }),
  article,
  sentences: z.array(sentence),
  people: z.array(person),
  sources: z.array(source),
  dates: z.array(date),
  numbers: z.array(number),
  claims: z.array(claim),
  comparisons: z.array(comparison),
  problems: z.array(problem),
});

/** What is written for one article. */
export type Output = z.infer<typeof output>;
/** What is said, by whom, and what stands inside it. */
export type OutputClaim = Output['claims'][number];
/** A stretch of the article's text. */
export type OutputSpan = z.infer<typeof span>;
/** A sentence or a heading. */
export type OutputSentence = Output['sentences'][number];
/** One person with every mention. */
export type OutputPerson = Output['people'][number];
/** One speaker with every mention. */
export type OutputSource = Output['sources'][number];
/** A time expression with its TIMEX3 value. */
export type OutputDate = Output['dates'][number];
/** A figure with its value or bounds, unit and what it counts. */
export type OutputNumber = Output['numbers'][number];
/** One step of who says it, or who passes it on. */
export type OutputLink = OutputClaim['attribution'][number];
/** Something odd in the article. */
export type OutputProblem = Output['problems'][number];
