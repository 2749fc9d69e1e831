/** Media types: which of the program's formats a request is in, and which it wants. */
import type { IncomingMessage } from 'node:http';
import Negotiator from 'negotiator';
import { FORMATS as INPUTS, type Format as InputFormat } from '../read/format.ts';
import type { Format } from '../write/format.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';
import { Problem } from './problem.ts';

/** The types that stand for an input format, the first the one that is shown. */
export const READ: Readonly<Record<InputFormat, readonly [string, ...string[]]>> = {
  txt: ['text/plain'],
  md: ['text/markdown', 'text/x-markdown'],
  html: ['text/html', 'application/xhtml+xml'],
  json: ['application/json', 'text/json', 'application/ld+json'],
  jsonl: ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonlines'],
  csv: ['text/csv', 'text/tab-separated-values', 'application/csv'],
  warc: ['application/warc'],
};

/** What curl says where nobody says anything. */
const FORM = 'application/x-www-form-urlencoded';

/** Says nothing of what it is: the name tells, or the content. */
const UNNAMED: ReadonlySet<string> = new Set([
  '',
  'application/octet-stream',
  'application/gzip',
  'application/x-gzip',
  FORM,
]);

/**
 * @throws Problem where the body is the fields of a form, and not an article that curl was given
 */
export function refuseForm({ headers }: IncomingMessage, bytes: Buffer): void {
  if (!headers['content-type']?.startsWith(FORM)) return;
  if (/^[\w.%-]{1,100}=[^\s]*$/.test(bytes.toString('latin1'))) {
    throw new Problem('unsupported-type', 'The fields of a form are not read; send the article itself, as text/plain.');
  }
}

export interface Content {
  /** Null: by the name, or by the look of the content. */
  readonly format: InputFormat | null;
  /** As declared, in lower case. */
  readonly charset: string | null;
}

/**
 * @param asked the format that the address names, which goes before the type
 * @throws Problem where the type, its charset or its coding is not read
 */
export function contentOf(request: IncomingMessage, asked: InputFormat | null): Content {
  const coding = (request.headers['content-encoding'] ?? 'identity').trim().toLowerCase();
  if (coding !== 'identity' && coding !== 'gzip' && coding !== 'x-gzip') {
    const detail = `A body packed with ${coding.slice(0, 40)} is not read; send it with gzip, or as it is.`;
    throw new Problem('unsupported-type', detail, {}, { 'accept-encoding': 'gzip, identity' });
  }
  const [mime = '', ...parameters] = (request.headers['content-type'] ?? '').split(';');
  const type = mime.trim().toLowerCase();
  const charset = /^\s*charset\s*=\s*["']?([^"';\s]{1,40})/i.exec(parameters.join(';'))?.[1]?.toLowerCase() ?? null;
  const format = asked ?? INPUTS.find((name) => READ[name].includes(type)) ?? null;
  if (format === null && !UNNAMED.has(type)) {
    const known = INPUTS.map((name) => READ[name][0]).join(', ');
    const detail = `${type.slice(0, 80)} is not read; send ${known}, or application/octet-stream with ?name= or ?from=.`;
    throw new Problem('unsupported-type', detail, {}, { accept: known });
  }
  return { format, charset };
}

/** One claim a line: NDJSON too, so it has a name of its own. */
const CLAIMS = 'application/vnd.accordingto.claims+x-ndjson';

/** Formats that can be asked for by their type, in the order of preference where several are as welcome. */
const ACCEPTED: readonly (readonly [type: string, format: FormatName])[] = [
  ['application/json', 'json'],
  ['application/x-ndjson', 'ndjson'],
  ['application/ndjson', 'ndjson'],
  ['application/jsonl', 'ndjson'],
  [CLAIMS, 'claims'],
  ['text/csv', 'csv'],
  ['text/html', 'html'],
  ['text/markdown', 'markdown'],
  ['text/plain', 'text'],
  ['application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'xlsx'],
  ['application/vnd.apache.parquet', 'parquet'],
];

const UTF8 = /^text\//;

/** The type of each format as it is sent. */
const SENT: Partial<Readonly<Record<FormatName, string>>> = {
  ...Object.fromEntries([...ACCEPTED].reverse().map(([type, format]) => [format, type])),
  'web-annotation': 'application/ld+json',
  'schema-org': 'application/ld+json',
};

/** The formats that fit into one answer: those of one file. */
export const WRITTEN: readonly FormatName[] = (Object.keys(FORMATS) as FormatName[]).filter(
  (name) => FORMATS[name].files.length === 1,
);

/** The type of an answer in this format. */
export function typeOf(format: FormatName): string {
  const { binary }: Format = FORMATS[format];
  const type = SENT[format] ?? (binary ? 'application/octet-stream' : 'text/plain');
  return UTF8.test(type) ? `${type}; charset=utf-8` : type;
}

/**
 * @param asked the format that the address names, which goes before `Accept`
 * @param among the formats that can be written here
 * @returns null where any will do: then it is as on the command line
 * @throws Problem where none of what is wanted can be written
 */
export function formatWanted(
  request: IncomingMessage,
  asked: FormatName | null,
  among: readonly FormatName[] = WRITTEN,
): FormatName | null {
  if (asked !== null) return asked;
  const accept = request.headers.accept ?? '*/*';
  const negotiator = new Negotiator(request);
  if (/^\s*\*\/\*\s*$/.test(accept)) return null;
  const offers = ACCEPTED.filter(([, format]) => among.includes(format));
  const type = negotiator.mediaType(offers.map(([offered]) => offered));
  const found = offers.find(([offered]) => offered === type);
  if (found) return found[1];
  const types = offers.map(([offered]) => offered).join(', ');
  throw new Problem('not-acceptable', `${accept.slice(0, 200)} is none of what can be written: ${types}.`);
}
