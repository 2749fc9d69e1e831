/** The server on standard input and output. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { LONGEST_TEXT } from './extract.ts';
import { Lines } from './lines.ts';
import { createServer } from './server.ts';

/** The longest text, each character escaped as \uXXXX, and as much again for what stands around it. */
const LONGEST_MESSAGE = 2 * 6 * LONGEST_TEXT;

/**
 * Serves until standard input ends. A message longer than any call can be gets an error, and the next one is served.
 *
 * @param complain is told of messages that are not of the protocol; standard output carries nothing else
 */
export async function serve(complain: (error: Error) => void): Promise<void> {
  const lines = new Lines(LONGEST_MESSAGE, (line) => process.stdout.write(line));
  process.stdin.pipe(lines);
  const transport = new StdioServerTransport(lines, process.stdout, { maxBufferSize: 2 * LONGEST_MESSAGE });
  const server = createServer();
  const closed = new Promise<void>((resolve) => {
    lines.once('end', resolve);
    server.server.onclose = resolve;
  });
  server.server.onerror = complain;
  await server.connect(transport);
  await closed;
  await server.close();
}
