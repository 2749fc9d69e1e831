/** The server on standard input and output. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { LONGEST_TEXT } from './extract.ts';
import { createServer } from './server.ts';

/** The longest text, each character escaped as \uXXXX, and as much again for what stands around it. */
const MAX_BUFFER = 2 * 6 * LONGEST_TEXT;

/**
 * Serves until standard input ends, or until a message is longer than any call can be.
 *
 * @param complain is told of messages that are not of the protocol; standard output carries nothing else
 */
export async function serve(complain: (error: Error) => void): Promise<void> {
  const transport = new StdioServerTransport(process.stdin, process.stdout, { maxBufferSize: MAX_BUFFER });
  const server = createServer();
  const closed = new Promise<void>((resolve) => {
    process.stdin.once('end', resolve);
    server.server.onclose = resolve;
  });
  server.server.onerror = complain;
  await server.connect(transport);
  await closed;
  await server.close();
}
