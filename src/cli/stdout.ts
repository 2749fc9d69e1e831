/** Standard output as a place for finished articles. */
import { once } from 'node:events';
import { EXIT, Failure } from '../failure.ts';
import type { Format, Joiner } from '../write/format.ts';
import { FORMATS, type FormatName } from '../write/formats.ts';

export interface Printer {
  /**
   * @param content in UTF-8
   * @param record true where the article is one of those that an input may hold many of
   */
  print(content: Uint8Array, record: boolean): Promise<void>;
  end(): Promise<void>;
}

/**
 * Prints finished articles. Formats in which articles can follow each other are printed at once. One that holds a
 * single article waits for the end, so that a second article is refused before anything is printed.
 *
 * @param names null: `json` for one article; records come one a line, so they leave one a line
 * @throws Failure where the format has no place on standard output
 */
export function standardOutput(names: readonly FormatName[] | null): Printer {
  const refused = names && refusal(names);
  if (refused) throw new Failure(`${refused}; name a folder with --out`, EXIT.usage);
  let joiner: Promise<Joiner> | undefined;
  let first: Uint8Array | null = null;
  const send = async (content: string | Uint8Array) => {
    if (content.length > 0 && !process.stdout.write(content)) await once(process.stdout, 'drain');
  };
  return {
    async print(content, record) {
      const name = names?.[0] ?? (record ? 'ndjson' : 'json');
      const { files, stream }: Format = FORMATS[name];
      if (!stream) {
        if (first !== null) throw new Failure(several(name), EXIT.usage);
        first = content;
        return;
      }
      joiner ??= files[0].join?.();
      await send(joiner ? (await joiner).add(Buffer.from(content).toString('utf8')) : content);
    },
    async end() {
      if (first !== null) await send(first);
      if (joiner) await send((await joiner).end());
    },
  };
}

/** What to do with several articles in a format that holds one. */
function several(name: FormatName): string {
  const streams = (Object.keys(FORMATS) as FormatName[]).filter((each) => {
    const { stream, binary }: Format = FORMATS[each];
    return stream && !binary;
  });
  const instead = name === 'json' ? '--format ndjson prints one a line, ' : '';
  const others = name === 'json' ? '' : `; on standard output: ${streams.join(', ')}`;
  return `${name} holds one article and there are several; ${instead}--out FOLDER writes a file for each${others}`;
}

function refusal(names: readonly FormatName[]): string | null {
  if (names.length > 1) return 'several formats do not fit on standard output';
  const { files, binary }: Format = FORMATS[names[0]!];
  if (files.length > 1) return `${names[0]} makes several files, which do not fit on standard output`;
  return binary && process.stdout.isTTY ? `${names[0]} is no text for a terminal` : null;
}
