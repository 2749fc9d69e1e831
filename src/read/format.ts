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

/** The endings of files that a walk through a folder reads, for messages. */
export const READABLE = '.txt, .md, .html, .json, .jsonl, .ndjson, .csv, .warc, each also .gz';

/** Formats that would be garbage if read as plain text, and what their owner can do. */
const UNREAD: Readonly<Record<string, string>> = {
  '.xml': 'put its text into a .jsonl record',
  '.rss': 'save its pages as .html',
  '.atom': 'save its pages as .html',
  '.eml': 'save its text as .txt',
  '.mbox': 'save the text of each message as .txt',
  '.msg': 'save its text as .txt',
  '.srt': 'take the time codes out and save it as .txt',
  '.vtt': 'take the time codes out and save it as .txt',
  '.ass': 'take the time codes out and save it as .txt',
  '.pdf': 'convert it: pdftotext FILE.pdf FILE.txt',
  '.docx': 'save the document as plain text, or convert it: pandoc FILE.docx -o FILE.md',
  '.doc': 'save the document as plain text',
  '.odt': 'save the document as plain text, or convert it: pandoc FILE.odt -o FILE.md',
  '.rtf': 'save the document as plain text',
  '.pages': 'save the document as plain text',
  '.tex': 'convert it: pandoc FILE.tex -t plain -o FILE.txt',
  '.ps': 'convert it: ps2ascii FILE.ps FILE.txt',
  '.xls': 'save the table as .csv',
  '.xlsx': 'save the table as .csv',
  '.ods': 'save the table as .csv',
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

/** Why a file that the user named cannot be read, by its name alone; null where it may be plain text. */
export function unsupported(name: string): string | null {
  const kind = kindOf(name);
  const advice = adviceFor(kind);
  return advice === null ? null : `is ${kind}, which is not read; ${advice}`;
}

/** What the owner of files of a kind that is not read can do, or null. @param kind as `kindOf` gives it */
export const adviceFor = (kind: string): string | null => (Object.hasOwn(UNREAD, kind) ? UNREAD[kind]! : null);

/** A file's ending in lower case, without `.gz`, for counting; anything that is no usual ending counts as one kind. */
export function kindOf(name: string): string {
  const extension = (parts(name)[2] ?? '').toLowerCase();
  if (extension === '') return 'without ending';
  return /^\.[\w~+-]{1,12}$/.test(extension) ? extension : 'with another ending';
}

/** A file's name without its extension and without `.gz`; only extensions of articles are taken off. */
export function withoutExtension(name: string): string {
  const bare = name.replace(/\.gz$/iu, '');
  return formatOf(name) === null ? bare : bare.replace(/\.[^.]*$/u, '');
}
