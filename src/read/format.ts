/** Which files are articles, told by their names. */

export const FORMATS = ['txt', 'md', 'jsonl'] as const;
export type Format = (typeof FORMATS)[number];

const EXTENSIONS: Readonly<Record<string, Format>> = {
  '.txt': 'txt',
  '.text': 'txt',
  '.md': 'md',
  '.markdown': 'md',
  '.jsonl': 'jsonl',
  '.ndjson': 'jsonl',
};

/** What a walk through a folder takes, in words. */
export const READABLE = '.txt, .md, .jsonl, .ndjson, each also .gz';

/** Formats that would only give rubbish as plain text, and what their owner can do. */
const NOT_YET: Readonly<Record<string, string>> = {
  '.html': 'save the article as .txt, or put its text into a .jsonl record',
  '.htm': 'save the article as .txt, or put its text into a .jsonl record',
  '.xml': 'put its text into a .jsonl record',
  '.json': 'write one record a line into a .jsonl file: jq -c . FILE.json > FILE.jsonl',
  '.csv': 'write one record a line into a .jsonl file',
  '.pdf': 'convert it: pdftotext FILE.pdf FILE.txt',
  '.docx': 'save the document as plain text',
  '.warc': 'put the articles into a .jsonl file, one record a line',
};

const parts = (name: string) => /^(.*?)(\.[^.]*)?(\.gz)?$/su.exec(name)!;

/** The format that a file's name promises, or null. */
export function formatOf(name: string): Format | null {
  return EXTENSIONS[(parts(name)[2] ?? '').toLowerCase()] ?? null;
}

/** Why a file that was named by hand cannot be read by its name alone, or null where plain text is a fair guess. */
export function unsupported(name: string): string | null {
  const extension = (parts(name)[2] ?? '').toLowerCase();
  const advice = NOT_YET[extension];
  return advice === undefined ? null : `is ${extension}, which is not read yet; ${advice}`;
}

/** A file's name without its extension and without `.gz`; only extensions of articles are taken off. */
export function withoutExtension(name: string): string {
  const bare = name.replace(/\.gz$/iu, '');
  return formatOf(name) === null ? bare : bare.replace(/\.[^.]*$/u, '');
}
