/** `accordingto/write`: finished articles in the formats of the command line, without touching the disk. */
import { pathOf, sameFile, Unique } from '../batch/names.ts';
import type { Finished, FormatFile } from '../write/format.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';

export type { Finished } from '../write/format.ts';
export type { FormatName } from '../write/formats.ts';

/** A file as the command line would write it. */
export interface WrittenFile {
  /** Relative to the folder of the run, with `/`. */
  readonly name: string;
  /** Text, or bytes where the format is binary. */
  readonly content: string | Uint8Array;
}

/** The names of the formats, each with what it is. */
export const formats: Readonly<Record<FormatName, string>> = Object.fromEntries(
  Object.entries(FORMATS).map(([name, { what }]) => [name, what]),
) as Record<FormatName, string>;

/**
 * Writes finished articles in one format: a file an article, or one for all, or several, as the format has it.
 *
 * @example
 * import { finish } from 'accordingto';
 * import { write } from 'accordingto/write';
 * const [{ name, content }] = await write([finish('The dam is safe, the mayor said.')], 'claims');
 * console.log(name); // claims.ndjson
 * console.log(JSON.parse(content).text); // The dam is safe
 *
 * @param articles in the order in which a joined file holds them
 * @param format one of `formats`
 * @throws RangeError where there is no such format
 */
export async function write(articles: Iterable<Finished>, format: FormatName): Promise<WrittenFile[]> {
  if (!Object.hasOwn(FORMATS, format)) {
    throw new RangeError(`there is no format "${format}"; there are ${Object.keys(FORMATS).join(', ')}`);
  }
  const all = [...articles];
  const files = await Promise.all(FORMATS[format].files.map((file) => writeFile(file, all)));
  return files.flat();
}

async function writeFile(file: FormatFile, articles: readonly Finished[]): Promise<WrittenFile[]> {
  const { extension, joined, load, join } = file;
  const writer = await load();
  const written = articles.map((finished) => writer(finished));
  if (!joined) {
    const names = new Unique(sameFile);
    return articles.map(({ article }, index) => ({
      name: `${names.take(pathOf(article.id))}${extension}`,
      content: written[index]!,
    }));
  }
  const joiner = await join?.();
  const parts = joiner ? [...written.map((text) => joiner.add(text)), joiner.end()] : written;
  return [{ name: extension, content: concat(parts) }];
}

function concat(parts: readonly (string | Uint8Array)[]): string | Uint8Array {
  if (parts.every((part) => typeof part === 'string')) return parts.join('');
  return new Uint8Array(Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : part))));
}
