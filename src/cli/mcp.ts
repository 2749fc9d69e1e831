/** `accordingto mcp`: the extractor for programs that speak the Model Context Protocol. */

import { complain, tell } from '../terminal.ts';
import { loadOptional } from './optional.ts';

/** Serves until standard input ends. */
export async function runMcp(): Promise<number> {
  const { serve } = await loadOptional('@modelcontextprotocol/sdk', () => import('../mcp/stdio.ts'));
  if (process.stdin.isTTY) {
    tell('accordingto mcp: waiting for a client of the Model Context Protocol on standard input; Ctrl-D ends it\n');
  }
  await serve((error) => complain(`mcp: ${error.message}`));
  return 0;
}
