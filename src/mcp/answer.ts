/** What a tool gives back. */
import type { CallToolResult } from '@modelcontextprotocol/sdk/types.js';

/** The most that one answer holds, in characters: a reader's attention is short. */
export const MAX_ANSWER_LENGTH = 200_000;

/** An object, as such and as text for clients that show only text. */
export function answer(value: object): CallToolResult {
  const text = JSON.stringify(value);
  if (text.length > MAX_ANSWER_LENGTH) {
    return refuse(
      `the answer has ${text.length} characters, more than ${MAX_ANSWER_LENGTH}; ask for detail "claims" with a smaller limit, or send the article in parts`,
    );
  }
  return { content: [{ type: 'text', text }], structuredContent: { ...value } };
}

/** An error that the caller can mend. */
export function refuse(message: string): CallToolResult {
  return { content: [{ type: 'text', text: message }], isError: true };
}
