/** One article as JSON that people can read and compare: keys in the contract's order, one mention a line. */
import type { Output } from '../output.ts';

/** The whole document, with a line feed at its end. */
export function writeJson({ output }: { readonly output: Output }): string {
  return `${layout(output, '')}\n`;
}

/** Writes a list or an object on one line unless it holds other objects. */
function layout(value: unknown, indent: string): string {
  if (!isObject(value)) return quoted(value);
  const inner = `${indent}  `;
  let lines = '';
  if (Array.isArray(value)) {
    if (!value.some(holdsObject)) return oneLine(value);
    for (const item of value) lines += `${lines === '' ? '' : ',\n'}${inner}${layout(item, inner)}`;
    return `[\n${lines}\n${indent}]`;
  }
  const keys = Object.keys(value);
  if (!keys.some((key) => holdsObject(value[key]))) return onOneLine(value, keys);
  for (const key of keys) {
    const item = value[key];
    if (item !== undefined) lines += `${lines === '' ? '' : ',\n'}${inner}${quotedKey(key)}: ${layout(item, inner)}`;
  }
  return `{\n${lines}\n${indent}}`;
}

type Nested = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Nested {
  return typeof value === 'object' && value !== null;
}

/** Whether a value is an object or a list in which an object stands. */
function holdsObject(value: unknown): boolean {
  return isObject(value) && (!Array.isArray(value) || value.some(isObject));
}

function oneLine(value: unknown): string {
  if (!isObject(value)) return quoted(value);
  if (!Array.isArray(value)) return onOneLine(value, Object.keys(value));
  let line = '';
  for (const item of value) line += line === '' ? oneLine(item) : `, ${oneLine(item)}`;
  return `[${line}]`;
}

function onOneLine(value: Nested, keys: readonly string[]): string {
  let line = '';
  for (const key of keys) {
    const item = value[key];
    if (item !== undefined) line += `${line === '' ? '' : ', '}${quotedKey(key)}: ${oneLine(item)}`;
  }
  return line === '' ? '{}' : `{ ${line} }`;
}

/** Text that stands in JSON as it is: without quotation marks, control characters and halves of surrogate pairs. */
const PLAIN = /^[^"\\\u0000-\u001f\ud800-\udfff]*$/;

/** Most numbers and texts are written as they are by template strings, more quickly than by `JSON.stringify`. */
function quoted(value: unknown): string {
  if (typeof value === 'string' && PLAIN.test(value)) return `"${value}"`;
  return typeof value === 'number' && Number.isFinite(value) ? `${value}` : JSON.stringify(value);
}

/** The keys of the contract, which are few, in quotation marks. */
const known = new Map<string, string>();

function quotedKey(key: string): string {
  let written = known.get(key);
  if (written === undefined) {
    written = JSON.stringify(key);
    known.set(key, written);
  }
  return written;
}
