/** The machine-made coreference (Stanford CoreNLP) of the training news: which words mean the same. */
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

const NEWS = new URL('../../../../shared/train/news/silver-train.conllu.gz', import.meta.url);
const NAMED = /^(?:PERSON|ORGANIZATION|LOCATION|MISC)$/;

/** The chains of an article, by the starts of words in UTF-16 code units. */
export interface SilverChains {
  readonly chainOf: ReadonlyMap<number, SilverChain>;
}

interface SilverChain {
  readonly members: Set<number>;
  /** Words of names in it. */
  readonly named: number[];
  /** It holds common nouns: not pronouns alone. */
  described: boolean;
}

/** The chains of all articles, by id. */
export function readSilver(): Map<string, SilverChains> {
  const articles = new Map<string, SilverChains>();
  const file = gunzipSync(readFileSync(NEWS)).toString('utf8');
  for (const block of file.split('# newdoc id = ').slice(1)) {
    const chains = new Map<string, SilverChain>();
    const chainOf = new Map<number, SilverChain>();
    for (const line of block.split('\n')) {
      const columns = line.split('\t');
      const number = /Coref=(\d+)/.exec(columns[9] ?? '')?.[1];
      if (number === undefined) continue;
      const start = Number(/Start=(\d+)/.exec(columns[9]!)![1]);
      const chain = chains.get(number) ?? { members: new Set(), named: [], described: false };
      chains.set(number, chain);
      chain.members.add(start);
      chainOf.set(start, chain);
      if (NAMED.test(columns[5]!)) chain.named.push(start);
      else if (columns[4]!.startsWith('NN')) chain.described = true;
    }
    articles.set(block.slice(0, block.indexOf('\n')), { chainOf });
  }
  return articles;
}
