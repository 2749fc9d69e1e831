/** The server on standard input and output. */
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { MAX_TEXT_LENGTH } from './extract.ts';
import { Lines } from './lines.ts';
import { createServer } from './server.ts';

/** The longest text, each character escaped as \uXXXX, and as much again for what stands around it. */
const MAX_MESSAGE_LENGTH = 2 * 6 * MAX_TEXT_LENGTH;

/**
 * Serves until standard input ends. A message longer than any call can be gets an error, and the next one is served.
 *
 * @param complain is told of messages that are not of the protocol; standard output carries nothing else
 */
export async function serve(complain: (error: Error) => void): Promise<void> {
  const lines = new Lines(MAX_MESSAGE_LENGTH, (line) => process.stdout.write(line));
  process.stdin.pipe(lines);
  const transport = new StdioServerTransport(lines, process.stdout, { maxBufferSize: 2 * MAX_MESSAGE_LENGTH });
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
