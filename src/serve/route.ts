/** One address of the service, and the schemas of what is sent there that are not of the program's output. */
import { z } from 'zod';
import { clusterRow, copyRow, registerRow } from '../corroborate/rows.ts';
import type { Call, Sent } from './call.ts';
import type { ProblemName } from './problem.ts';

/** What stands in a body, by its media type: a schema, or null for what has none. */
export type Bodies = Readonly<Record<string, z.ZodType | null>>;

export interface Route {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly summary: string;
  readonly description?: string;
  readonly parameters?: z.ZodObject;
  readonly reads?: Bodies;
  readonly writes: Bodies;
  readonly problems?: readonly ProblemName[];
  /** @returns null where it has answered by itself */
  readonly answer: (call: Call) => Promise<Sent | null>;
}

/** An article as programs send it. Field names of other tools are understood too. */
export const record = z
  .looseObject({
    text: z.string().min(1),
    id: z.string().optional().describe('Names the article in the answer.'),
    published: z.string().meta({ format: 'date' }).optional().describe('YYYY-MM-DD.'),
    title: z.string().optional(),
    url: z.string().optional(),
    authors: z.array(z.string()).optional(),
  })
  .describe('An article. The field names of news-please, newspaper3k, trafilatura and schema.org are understood too.');

export const explanation = z.strictObject({ lines: z.array(z.string()) });

export const corroboration = z
  .strictObject({ clusters: z.array(clusterRow), register: z.array(registerRow), copies: z.array(copyRow) })
  .describe('What several articles have in common. Independent does not mean true.');
