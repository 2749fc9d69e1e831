/** The tools of the server. All they know comes with the call; they read and write nothing. */
import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { VERSION } from '../version.ts';
import { answerExplain, explainInput } from './explain.ts';
import { answerExtract, extractInput } from './extract.ts';
import { explainOutput, extractOutput } from './schemas.ts';

const INSTRUCTIONS =
  'Finds who says what in English news articles: claims with their source, the chain of those who pass them on, the ' +
  'people, dates and figures inside, and their place in the text. It tells what is attributed to whom, not whether ' +
  'it is true.';

/** A call changes nothing, and the same call gives the same answer. */
const annotations = { readOnlyHint: true, idempotentHint: true, destructiveHint: false, openWorldHint: false };

/** @returns a server with the tools `extract` and `explain`, not connected yet */
export function createServer(): McpServer {
  const server = new McpServer({ name: 'accordingto', version: VERSION }, { instructions: INSTRUCTIONS });
  server.registerTool(
    'extract',
    {
      title: 'Extract claims',
      description:
        'Who says what in a news article: each claim with its sources, stance, people, dates, figures and offsets ' +
        '(UTF-16). Give the day of publication where it is known: relative dates are resolved from it.',
      inputSchema: extractInput,
      outputSchema: extractOutput,
      annotations,
    },
    answerExtract,
  );
  server.registerTool(
    'explain',
    {
      title: 'Explain a reading',
      description:
        'Why the sentences of an article, or one claim of it, read as they do: the construct, the lexicon, the ' +
        'features that weigh most, and what was refused. Give what extract was given: the ids of claims depend on it.',
      inputSchema: explainInput,
      outputSchema: explainOutput,
      annotations,
    },
    answerExplain,
  );
  return server;
}
