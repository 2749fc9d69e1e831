/** The tool `explain`: why an article reads as it does. */
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';
import { z } from 'zod';
import { explainArticle } from '../explain.ts';
import { toArticle } from '../library/article.ts';
import { MAX_ANSWER_LENGTH, refuse } from './answer.ts';
import { articleInput } from './extract.ts';

export const explainInput = {
  ...articleInput,
  claim: z
    .string()
    .regex(/^c[1-9]\d*$/)
    .optional()
    .describe('The id of one claim, such as c3, as extract gives it; without it every sentence is explained.'),
};

type ExplainCall = z.infer<z.ZodObject<typeof explainInput>>;

/** @returns the answer to a call of the tool `explain`: one line a sentence, cut where it grows too long for a conversation */
export function answerExplain(call: ExplainCall): CallToolResult {
  const { text, title = null, published = null, claim, minConfidence } = call;
  const lines = explainArticle(toArticle({ text, title, published }), claim, { minConfidence });
  if (lines === null) return refuse(`there is no claim ${claim}; extract lists them`);
  const shown: string[] = [];
  let length = 0;
  for (const line of lines) {
    length += line.length + 1;
    if (length > MAX_ANSWER_LENGTH) {
      shown.push('… the rest is cut off; ask for one claim');
      break;
    }
    shown.push(line);
  }
  return { content: [{ type: 'text', text: shown.join('\n') }], structuredContent: { lines: shown } };
}
