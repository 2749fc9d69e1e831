/** One article as JSON that people can read and compare: keys in the contract's order, one mention a line. */
import type { Output } from '../output.ts';

/** The whole document, with a line feed at its end. */
export function writeJson({ output }: { readonly output: Output }): string {
  return `${layout(output, '')}\n`;
}

/** A list or an object stands on one line unless it holds other objects. */
function layout(value: unknown, indent: string): string {
  if (!holdsObjects(value)) return oneLine(value);
  const inner = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const lines = Array.isArray(value)
    ? value.map((item) => inner + layout(item, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${inner}${JSON.stringify(key)}: ${layout(item, inner)}`);
  return `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

function holdsObjects(value: unknown): value is object {
  if (typeof value !== 'object' || value === null) return false;
  for (const item of Object.values(value)) {
    if (typeof item !== 'object' || item === null) continue;
    if (!Array.isArray(item) || item.some((part) => typeof part === 'object' && part !== null)) return true;
  }
  return false;
}

function oneLine(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`;
  const pairs = Object.entries(value).filter(([, item]) => item !== undefined);
  return pairs.length === 0
    ? '{}'
    : `{ ${pairs.map(([key, item]) => `${JSON.stringify(key)}: ${oneLine(item)}`).join(', ')} }`;
}
