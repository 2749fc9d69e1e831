/** Guesses the format of standard input, which has no name: it is text unless its beginning leaves no doubt. */
import { isHeader } from './csv.ts';
import type { Format } from './format.ts';
import { fromStart } from './peek.ts';

/** A page starts with its doctype or its root, perhaps after comments or the declaration of XHTML. */
const PAGE = /^\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--[^>]{0,1000}-->\s*)*<(?:!doctype\s+html|html)[\s>]/i;

/**
 * @returns the format, and the stream from its beginning
 */
export async function guessFormat(chunks: AsyncIterable<Buffer>): Promise<[Format, AsyncIterable<Buffer>]> {
  const [head, all] = await fromStart(chunks);
  return [formatIn(head), all];
}

function formatIn(head: string): Format {
  const start = head.slice(0, 4096);
  if (/^\s*\[\s*\{\s*"/.test(start)) return 'json';
  if (/^\s*\{\s*"/.test(start)) return isWholeLine(head) ? 'jsonl' : 'json';
  if (PAGE.test(start)) return 'html';
  if (/^WARC\/\d/.test(start)) return 'warc';
  const line = /^([^\r\n]*)[\r\n]/.exec(start)?.[1];
  return line !== undefined && isHeader(line) ? 'csv' : 'txt';
}

/**
 * True where the first line closes its object, or does not end within the chunk: JSON that is laid out has short lines.
 */
function isWholeLine(head: string): boolean {
  const line = /^\s*([^\r\n]*)/.exec(head)![1]!;
  return line.length === head.trimStart().length || /\}\s*$/.test(line);
}
