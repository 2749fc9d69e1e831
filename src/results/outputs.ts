/** Reads back what a run wrote: the objects of the contract in an output folder, one after the other. */
import { join } from 'node:path';
import type { Output } from '../output.ts';
import { asReadError } from '../read/error.ts';
import { readOutput } from '../schema-compatibility.ts';
import { jsonFiles, objectsIn } from './files.ts';
import { ARTICLES, freshIn } from './fresh.ts';
import { startOf } from './start.ts';

/** The output of an article, or why what stands at this place is none. */
export type StoredOutput =
  | { readonly place: string; readonly output: Output }
  | { readonly place: string; readonly failure: string };

/** As `StoredOutput`, with the text that was read. */
type Reading = Extract<StoredOutput, { readonly failure: string }> | (WithOutput & { readonly json: string });
type WithOutput = Extract<StoredOutput, { readonly output: Output }>;

/** A reading; or what is known of its text. */
type KnownReading<Known> = Reading | { readonly place: string; readonly known: Known };

/**
 * Reads `<id>.json` files and joined files of one object a line, in the order of their names. Files with other content,
 * such as claims or the ledger, are passed over; an article that stands in several files comes once, as it is now.
 *
 * @param out the folder that a run wrote
 * @param except a folder below it that is not looked into
 * @throws Error of the system where the folder cannot be read
 */
export async function* readOutputs(out: string, except: string): AsyncGenerator<Reading> {
  const seen = new Set<string>();
  for await (const reading of readUnknown(out, except, () => null)) {
    if ('known' in reading) continue;
    if ('output' in reading) {
      const { id, sha256 } = reading.output.article;
      const key = `${sha256} ${id}`;
      if (seen.has(key)) continue;
      seen.add(key);
    }
    yield reading;
  }
}

/**
 * As `readOutputs`, but what is known is not parsed again, and an article that stands in several files comes several times.
 *
 * @param known what is known of an output by its text; null for what is to be parsed
 */
export async function* readUnknown<Known>(
  out: string,
  except: string,
  known: (json: string) => Known | null,
): AsyncGenerator<KnownReading<Known>> {
  const fresh = freshIn(out);
  const passed = new Set([...(fresh?.stale ?? [])].map((path) => join(out, path)));
  if (fresh && fresh.articles < fresh.documents) passed.add(join(out, ARTICLES));
  for (const path of jsonFiles(out, except)) {
    if (passed.has(path)) continue;
    for await (const { place, json } of documents(path)) {
      if (json instanceof Error) {
        yield { place, failure: asReadError(json).message };
        continue;
      }
      // Text that never meant to be an article's output.
      if (startOf(json)?.kind !== 'documents') continue;
      const before = known(json);
      if (before !== null) yield { place, known: before };
      else yield { ...check(place, json), json };
    }
  }
}

async function* documents(path: string): AsyncGenerator<{ place: string; json: string | Error }> {
  const lines = !path.endsWith('.json');
  try {
    for await (const { place, json } of objectsIn(path, lines)) {
      // The first line that is none tells that none of the file is one.
      if (lines && (json === null || startOf(json)?.kind !== 'documents')) return;
      yield { place, json: json! };
    }
  } catch (error) {
    yield { place: path, json: error as Error };
  }
}

function check(place: string, json: string): StoredOutput {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    return { place, failure: 'is cut short or damaged; run extract again' };
  }
  return { place, ...readOutput(value) };
}
