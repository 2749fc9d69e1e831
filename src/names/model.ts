/** The trained name tagger, opened at its first use. */
import type { Article, Words } from '../document.ts';
import type { Table } from '../model/sums.ts';
import { loadWeights } from '../model/weights.ts';
import { agreeWithFullNames } from './consistency.ts';
import { featuresOf } from './features.ts';
import { personsByForm } from './forms.ts';
import { joinNicknames } from './nicknames.ts';
import { decode, LABELS, leadsOf, type NameWeights, scoresOf } from './tagger.ts';
import { makeTypeTable } from './wordtypes.ts';

export const VERSION = 2;

let loaded: NameWeights | undefined;

function shipped(): NameWeights {
  if (loaded === undefined) {
    const file = loadWeights(new URL('./names.bin', import.meta.url), VERSION);
    loaded = { rows: file.int8('rows'), transitions: file.int16('transitions') };
  }
  return loaded;
}

/** Labels the words of articles, one after the other; what it learns of word forms is kept for the next article. */
export type NameTagger = (article: Article, words: Words) => Uint8Array;

/** A tagger with weights of its own; with those of the package where none are given. */
export function makeTagger(weights?: NameWeights): NameTagger {
  const table = makeTypeTable();
  let leads: Float64Array | null = null;
  let rows: Table | null = null;
  return (article, words) => {
    const model = weights ?? shipped();
    leads ??= leadsOf(model.transitions);
    rows ??= { weights: model.rows };
    const features = featuresOf(article, words, table);
    const scores = scoresOf(words, features, table, rows);
    const labels = new Uint8Array(words.count);
    for (let sentence = 0; sentence + 1 < words.first.length; sentence++) {
      const from = words.first[sentence]!;
      const to = words.first[sentence + 1]!;
      if (from < to) decode(labels, from, to, scores, from * LABELS, features.types, model.transitions, null, leads);
    }
    personsByForm(labels, words, features.types);
    joinNicknames(labels, words, features.types);
    agreeWithFullNames(labels, words, features.types, features.runs);
    return labels;
  };
}
