/** Which files are articles, told by their names. */

export const FORMATS = ['txt', 'md', 'html', 'json', 'jsonl', 'csv', 'warc'] as const;
export type Format = (typeof FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.html': 'html',
  '.htm': 'html',
  '.xhtml': 'html',
  '.json': 'json',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.warc': 'warc',
};

/** What a walk through a folder takes, in words. */
export const READABLE = '.txt, .md, .html, .json, .jsonl, .ndjson, .csv, .warc, each also .gz';

/** Formats that would only give rubbish as plain text, and what their owner can do. */
const UNREAD: Readonly<Record<string, string>> = {
  '.xml': 'put its text into a .jsonl record',
  '.pdf': 'convert it: pdftotext FILE.pdf FILE.txt',
  '.docx': 'save the document as plain text, or convert it: pandoc FILE.docx -o FILE.md',
  '.doc': 'save the document as plain text',
  '.odt': 'save the document as plain text, or convert it: pandoc FILE.odt -o FILE.md',
  '.rtf': 'save the document as plain text',
  '.epub': 'convert it: pandoc FILE.epub -o FILE.md',
  '.parquet': "write its rows as .jsonl: duckdb -c \"COPY (FROM 'FILE.parquet') TO 'FILE.jsonl'\"",
  '.zip': 'unpack it first: unzip FILE.zip',
  '.tar': 'unpack it first: tar -xf FILE.tar',
};

const parts = (name: string) => /^(.*?)(\.[^.]*)?(\.gz)?$/su.exec(name)!;

/** The format that a file's name promises, or null. */
export function formatOf(name: string): Format | null {
  return EXTENSIONS[(parts(name)[2] ?? '').toLowerCase()] ?? null;
}

/** Why a file that was named by hand cannot be read by its name alone, or null where plain text is a fair guess. */
export function unsupported(name: string): string | null {
  const extension = (parts(name)[2] ?? '').toLowerCase();
  const advice = UNREAD[extension];
  return advice === undefined ? null : `is ${extension}, which is not read; ${advice}`;
}

/** A file's name without its extension and without `.gz`; only extensions of articles are taken off. */
export function withoutExtension(name: string): string {
  const bare = name.replace(/\.gz$/iu, '');
  return formatOf(name) === null ? bare : bare.replace(/\.[^.]*$/u, '');
}
