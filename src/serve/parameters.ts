/** What stands behind the `?` of an address: the options of the command line. */
import { z } from 'zod';
import { isDay, notADay } from '../read/day.ts';
import { FORMATS as INPUTS, unsupported, withoutExtension } from '../read/format.ts';
import type { Input } from '../read/index.ts';
import type { FormatName } from '../write/formats.ts';
import { WRITTEN } from './media.ts';
import { Problem } from './problem.ts';

const flag = z
  .enum(['true', 'false'])
  .transform((text) => text === 'true')
  .pipe(z.boolean());
const share = z
  .string()
  .regex(/^\d+(?:\.\d+)?$/, { error: 'must be a number from 0 to 1' })
  .transform(Number)
  .pipe(z.number().min(0).max(1));

/** What decides how an article is read. */
const reading = {
  name: z
    .string()
    .min(1)
    .max(500)
    .optional()
    .describe(
      'The name of the file: without a media type it tells the format, and it gives the id and a day, as files do on the command line.',
    ),
  from: z.enum(INPUTS).optional().describe('The format of the body; goes before its media type.'),
  published: z
    .string()
    .refine(isDay, { error: ({ input }) => notADay(String(input)) })
    .meta({ format: 'date' })
    .optional()
    .describe(
      'The day of publication, YYYY-MM-DD, from which "on Monday" is resolved; goes before what the body says.',
    ),
  minConfidence: share.optional().describe('Attributed claims less sure than this are left out.'),
  anyLanguage: flag.optional().describe('Reads what is not in English too.'),
  captions: flag.optional().describe('Reads the captions of pictures in pages too.'),
};

export const extractParameters = z.strictObject({
  ...reading,
  format: z
    .enum(WRITTEN as [FormatName, ...FormatName[]])
    .optional()
    .describe('What to write; goes before Accept.'),
  includeText: flag.optional().describe('Repeats the text in the output.'),
  statements: flag.optional().describe('Leaves out attitudes, wishes and acts.'),
});

export const streamParameters = extractParameters.omit({ name: true, from: true }).extend({
  format: z.enum(['ndjson', 'claims']).optional().describe('What to write; goes before Accept.'),
});

export const corroborateParameters = z.strictObject(reading);

export const explainParameters = z.strictObject({
  ...reading,
  claim: z
    .string()
    .regex(/^c[1-9]\d*$/)
    .optional()
    .describe('The id of one claim, such as c3, as extract gives it with the same parameters.'),
  format: z.enum(['text', 'json']).optional().describe('What to write; goes before Accept.'),
});

/** An address without parameters. */
export const noParameters = z.strictObject({});

/**
 * @throws Problem that names the parameter, and what there is
 */
export function parametersOf<Schema extends z.ZodObject>(schema: Schema, query: URLSearchParams): z.output<Schema> {
  const given: Record<string, string> = {};
  for (const [name, value] of query) {
    if (Object.hasOwn(given, name)) throw wrong(`"${name.slice(0, 80)}" stands twice in the address.`);
    given[name] = value;
  }
  const names = Object.keys(schema.shape);
  const unknown = Object.keys(given).find((name) => !names.includes(name));
  if (unknown !== undefined) {
    const known = names.length === 0 ? 'this address has none' : `there are ${names.join(', ')}`;
    throw wrong(`There is no parameter "${unknown.slice(0, 80)}"; ${known}.`);
  }
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw wrong(`"${issue!.path.join('.')}": ${issue!.message}.`);
}

const wrong = (detail: string): Problem => new Problem('bad-parameter', detail);

/**
 * The input as the command line would name it: a file of that name, or standard input.
 *
 * @throws Problem where files of that name are not read
 */
export function inputNamed(name: string | undefined): Input {
  if (name === undefined) return { path: '-', source: '-', id: 'stdin' };
  const last = name.slice(name.lastIndexOf('/') + 1);
  const refused = unsupported(last);
  if (refused !== null) throw new Problem('unsupported-type', `${name} ${refused}.`);
  return { path: '-', source: name, id: withoutExtension(last) || last || name };
}
