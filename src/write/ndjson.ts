/** One article a line: the contract's object without white space. */
import type { Output } from '../output.ts';

/** @returns one line of JSON */
export function writeNdjson({ output }: { readonly output: Output }): string {
  return `${JSON.stringify(output)}\n`;
}
