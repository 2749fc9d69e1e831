/** Reads the claims of a run, article by article, from whatever files it left. */
import type { Output } from '../output.ts';
import { asReadError, ReadError } from '../read/error.ts';
import { type ClaimRecord, claimRecords } from '../write/records.ts';
import { objectsIn } from './files.ts';
import type { Results } from './index.ts';

export interface ArticleClaims {
  readonly article: string;
  /** Of the article's text; null where claims stand alone. */
  readonly sha256: string | null;
  readonly claims: readonly ClaimRecord[];
}

/**
 * Holds one article at a time. Objects of other versions are read as far as they have what is read.
 *
 * @throws ReadError that begins with the file, where it is damaged
 */
export async function* readClaims(results: Results): AsyncGenerator<ArticleClaims> {
  if (results.kind === 'documents') {
    for await (const [place, json] of texts(results)) yield ofDocument(parse<Output>(place, json), place);
    return;
  }
  let claims: ClaimRecord[] = [];
  for await (const [place, json] of texts(results)) {
    const claim = parse<ClaimRecord>(place, json);
    if (claims.length > 0 && claims[0]!.article !== claim.article) {
      yield { article: claims[0]!.article, sha256: null, claims };
      claims = [];
    }
    claims.push(claim);
  }
  if (claims.length > 0) yield { article: claims[0]!.article, sha256: null, claims };
}

/** Each object as text, with its place. */
async function* texts({ files, lines }: Results): AsyncGenerator<[place: string, json: string]> {
  for (const file of files) {
    try {
      for await (const { place, json } of objectsIn(file, lines)) {
        if (json === null) throw new ReadError('has a line that is too long');
        yield [place, json];
      }
    } catch (error) {
      throw new ReadError(`${file} ${asReadError(error).message}`);
    }
  }
}

function parse<Value>(place: string, json: string): Value {
  try {
    return JSON.parse(json) as Value;
  } catch {
    throw new ReadError(`${place} is cut short or damaged; run extract again`);
  }
}

function ofDocument(output: Output, place: string): ArticleClaims {
  try {
    return { article: output.article.id, sha256: output.article.sha256, claims: claimRecords(output) };
  } catch {
    throw new ReadError(`${place} is not what extract writes; run extract again`);
  }
}
