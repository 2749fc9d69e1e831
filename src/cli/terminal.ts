/** Everything that goes to standard error: messages always, progress and colour only on a terminal. */

const stderr = process.stderr;
const { NO_COLOR, TERM } = process.env;
const colour = Boolean(stderr.isTTY) && !NO_COLOR && TERM !== 'dumb';
const NAME = colour ? '\u001b[31maccordingto:\u001b[39m' : 'accordingto:';

let shown = false;

/** A message of one line; control characters in it (file names may hold them) become visible. */
export function complain(message: string): void {
  clear();
  stderr.write(`${NAME} ${oneLine(message)}\n`);
}

/** Several lines for people. */
export function tell(text: string): void {
  clear();
  stderr.write(text);
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

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]/gu, (character) => JSON.stringify(character).slice(1, -1));
}
