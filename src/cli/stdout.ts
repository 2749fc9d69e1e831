/** Standard output as a place for finished articles. */
import { once } from 'node:events';
import { FORMATS, type Format, type FormatFile, type FormatName, type Joiner } from '../write/formats.ts';
import { EXIT, Failure } from './failure.ts';

export interface Printer {
  /**
   * @param content in UTF-8
   * @param record true where the article is one of those that an input may hold many of
   */
  print(content: Uint8Array, record: boolean): Promise<void>;
  end(): Promise<void>;
}

/**
 * @param names null: `json` for one article; records come one a line, so they leave one a line
 * @throws Failure where the format has no place on standard output
 */
export function standardOutput(names: readonly FormatName[] | null): Printer {
  const refused = names && refusal(names);
  if (refused) throw new Failure(`${refused}; name a folder with --out`, EXIT.usage);
  let joiner: Promise<Joiner> | undefined;
  const send = async (content: string | Uint8Array) => {
    if (content.length > 0 && !process.stdout.write(content)) await once(process.stdout, 'drain');
  };
  return {
    async print(content, record) {
      const [file]: readonly [FormatFile, ...unknown[]] = FORMATS[names?.[0] ?? (record ? 'ndjson' : 'json')].files;
      joiner ??= file.join?.();
      await send(joiner ? (await joiner).add(Buffer.from(content).toString('utf8')) : content);
    },
    async end() {
      if (joiner) await send((await joiner).end());
    },
  };
}

function refusal(names: readonly FormatName[]): string | null {
  if (names.length > 1) return 'several formats do not fit on standard output';
  const { files, binary }: Format = FORMATS[names[0]!];
  if (files.length > 1) return `${names[0]} makes several files, which do not fit on standard output`;
  return binary && process.stdout.isTTY ? `${names[0]} is no text for a terminal` : null;
}
