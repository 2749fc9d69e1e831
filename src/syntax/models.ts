/** The trained weights, loaded at first use and kept for the life of the process. */
import { rowsFrom } from '../model/rows.ts';
import { loadWeights } from '../model/weights.ts';
import type { LabellerModel } from './labeller.ts';
import { lexiconFrom } from './lexicon.ts';
import type { PackedParser } from './scores.ts';
import type { TaggerModel } from './tagger.ts';

/** Versions of the features: weights of another version cannot be read. */
export const TAGGER_VERSION = 3;
export const PARSER_VERSION = 5;

export interface SyntaxModels {
  readonly tagger: TaggerModel;
  readonly parser: PackedParser;
  readonly labeller: LabellerModel;
}

let shipped: SyntaxModels | undefined;

/** The models that are shipped. */
export function shippedModels(): SyntaxModels {
  shipped ??= {
    tagger: loadTagger(new URL('./tagger.bin', import.meta.url)),
    ...loadParser(new URL('./parser.bin', import.meta.url)),
  };
  return shipped;
}

export function loadTagger(url: URL): TaggerModel {
  const weights = loadWeights(url, TAGGER_VERSION);
  return {
    bits: weights.shape.bits!,
    table: weights.int8('table'),
    lexicon: lexiconFrom(weights.lines('lexicon')),
  };
}

export function loadParser(url: URL): { parser: PackedParser; labeller: LabellerModel } {
  const weights = loadWeights(url, PARSER_VERSION);
  const lists = new Map<string, Uint8Array>();
  const allowed = weights.lines('allowed').map((line) => {
    const list = lists.get(line) ?? Uint8Array.from(Buffer.from(line, 'latin1'), (code) => code - 48);
    lists.set(line, list);
    return list;
  });
  return {
    parser: {
      bits: weights.shape.transitionBits!,
      ...rowsFrom(weights.int16('transitions codes'), weights.int8('transitions rows')),
    },
    labeller: { bits: weights.shape.labelBits!, table: weights.int8('labels'), allowed },
  };
}
