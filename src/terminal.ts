/** Everything that goes to standard error: messages always, progress and colour only on a terminal. */

import { visible } from './write/one-line.ts';

const stderr = process.stderr;
const { NO_COLOR, TERM } = process.env;
const colour = Boolean(stderr.isTTY) && !NO_COLOR && TERM !== 'dumb';
const NAME = colour ? '\u001b[31maccordingto:\u001b[39m' : 'accordingto:';

let shown = false;

/** A message of one line; control characters in it (file names may hold them) become visible. */
export function complain(message: string): void {
  clear();
  stderr.write(`${NAME} ${visible(message)}\n`);
}

/** Several lines for people; names of files and ids in them hold no ends of lines, and nothing that a terminal obeys. */
export function tell(text: string): void {
  clear();
  stderr.write(text.split('\n').map(visible).join('\n'));
}

/** True where a line can be drawn over. */
export const isTerminal = Boolean(stderr.isTTY);

/** Draws one line that the next call, or the next message, replaces; only on a terminal. */
export function draw(text: string): void {
  if (!isTerminal) return;
  stderr.write(`\r\u001b[K${text.slice(0, Math.max(10, (stderr.columns || 80) - 1))}`);
  shown = true;
}

function clear(): void {
  if (shown) stderr.write('\r\u001b[K');
  shown = false;
}
