/** `.csv`: each row is a record, whose fields the first row names. */
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { MAX_BYTES } from './bytes.ts';
import { type Decoded, decode, type Oddity } from './decode.ts';
import { ReadError } from './error.ts';
import { FIELDS, fieldOf } from './fields.ts';
import { fromStart } from './peek.ts';

/** A row by the names of its columns, and the line where it ends, counted from 1. */
export interface Row {
  readonly number: number;
  readonly record: Readonly<Record<string, string>>;
  readonly oddities: readonly Oddity[];
}

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** Why csv-parse stopped, in words. */
const REASONS: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'has a quotation mark that is never closed; nothing after it was read',
  CSV_MAX_RECORD_SIZE: `has a row longer than ${MAX_BYTES / 1e6} MB, or a quotation mark that is never closed`,
};

/**
 * Bytes are decoded field by field, so that a row in another charset spoils no other.
 *
 * @param chunks UTF-8, or any charset that keeps ASCII
 * @throws ReadError where no column holds a text, or the table ends inside quotation marks
 */
export async function* readRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<Row> {
  const [head, rest] = await fromStart(chunks);
  const { parse } = await import('csv-parse');
  const parser = parse({
    encoding: null,
    delimiter: delimiterOf(head),
    info: true,
    max_record_size: MAX_BYTES,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
  });
  // The loop below gets the same error from the parser.
  pipeline(Readable.from(rest), parser).catch(() => {});
  let names: readonly string[] | null = null;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: Buffer[]; info: { lines: number } }>) {
      const fields = await Promise.all(record.map(fieldText));
      if (names === null) names = columns(fields.map(({ text }) => text));
      else yield rowOf(names, fields, info.lines);
    }
  } catch (error) {
    const { code = '', message } = error as NodeJS.ErrnoException;
    if (!code.startsWith('CSV_')) throw error;
    throw new ReadError(REASONS[code] ?? `is no table: ${message}`);
  }
}

/** True where a first line names at least two fields of a record, the text among them, and nothing doubtful. */
export function isHeader(line: string): boolean {
  const fields = line.split(delimiterOf(line)).map((name) => fieldOf(name.replace(/^\s*"(.*)"\s*$/, '$1')));
  return fields.includes('text') && new Set(fields.filter((field) => field !== null)).size >= 2;
}

function delimiterOf(head: string): string {
  const line = /^[^\r\n]*/.exec(head)![0].replace(/"[^"]*"/g, '');
  const count = (delimiter: string) => line.split(delimiter).length;
  return DELIMITERS.reduce((best, delimiter) => (count(delimiter) > count(best) ? delimiter : best));
}

/** Renames known columns to the fields of a record; the others keep their names and mean nothing. */
function columns(names: readonly string[]): string[] {
  const known = names.map((name) => {
    const field = fieldOf(name);
    return field === null ? name : FIELDS[field].find((own) => own.toLowerCase() === name.trim().toLowerCase())!;
  });
  if (known.some((name) => fieldOf(name) === 'text')) return known;
  const list = known
    .join(', ')
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, 200);
  throw new ReadError(`has no column "text" (its columns: ${list}); name one so`);
}

async function fieldText(bytes: Buffer): Promise<Decoded> {
  return bytes.length === 0 ? { text: '', oddities: [] } : decode(bytes);
}

function rowOf(names: readonly string[], fields: readonly Decoded[], number: number): Row {
  const record: Record<string, string> = Object.create(null);
  for (const [index, name] of names.entries()) record[name] ??= fields[index]?.text ?? '';
  return { number, record, oddities: fields.flatMap(({ oddities }) => oddities) };
}
