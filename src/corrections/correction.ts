/** What a reader found wrong with a claim: who really said it, or that it is none. One JSON object a line. */
import { z } from 'zod';
import { output } from '../output.ts';

const { claims, sources } = output.shape;
const offset = z.int().nonnegative();

/**
 * A claim is found by the place of its content, which stays when others come and go; by its id where no place is given. Its
 * words say whether it is still the one that was meant. The right source is named with its kind, or the claim is none.
 */
export const correction = z
  .strictObject({
    article: output.shape.article.shape.id,
    start: offset.optional().describe('Of the content, in UTF-16 code units.'),
    end: offset.optional().describe('Of the content, exclusive.'),
    claim: claims.element.shape.id.optional(),
    text: z.string().min(1).optional().describe('The content: where it is not there any more, nothing is corrected.'),
    source: z.string().min(1).optional().describe('The right name.'),
    kind: sources.element.shape.kind.optional().describe('What the source is; without it, as it was.'),
    noClaim: z.literal(true).optional().describe('There is no claim here.'),
  })
  .refine(({ start, end, claim }) => (start !== undefined && end !== undefined && start < end) || claim !== undefined, {
    message: 'needs "start" and "end" of the content, or the id of the claim as "claim"',
  })
  .refine(({ source, noClaim }) => (source === undefined) !== (noClaim === undefined), {
    message: 'needs either the right "source" or "noClaim": true',
  });

export interface Correction extends z.infer<typeof correction> {
  /** Its place in its file, for messages: "line 3". */
  readonly where: string;
}

/** A line that holds no correction. */
export class CorrectionError extends Error {}

/**
 * Reads corrections, one JSON object a line; empty lines are left out.
 *
 * @throws CorrectionError that names the line and what is wrong with it
 */
export function parseCorrections(text: string): Correction[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      throw new CorrectionError(`line ${index + 1} is no JSON`);
    }
    const read = correction.safeParse(value);
    if (read.success) return [{ ...read.data, where: `line ${index + 1}` }];
    const { path, message } = read.error.issues[0]!;
    throw new CorrectionError(`line ${index + 1}: ${path.length > 0 ? `${path.join('.')}: ` : ''}${message}`);
  });
}
