/** The tags of text that the tagger has not seen: the parser learns from them, since that is what it will meet. */
import type { TrainingDocument } from './corpora.ts';
import { foldOf } from './learners.ts';
import { freshLexicon, type TaggerOptions, tagDocument, trainTagger } from './syntax-tagger.ts';

const FOLDS = 4;

/** The tags of documents, in their order, by taggers each of which has not seen a quarter of them but all of `more`. */
export function jackknifedTags(
  documents: readonly TrainingDocument[],
  more: readonly TrainingDocument[],
  options: TaggerOptions,
): Map<TrainingDocument, Uint8Array> {
  const tags = new Map<TrainingDocument, Uint8Array>();
  for (let fold = 0; fold < FOLDS; fold++) {
    const rest = [...documents.filter(({ id }) => foldOf(id, FOLDS) !== fold), ...more];
    const { lexicon } = freshLexicon(rest);
    const { kernel } = trainTagger(rest, lexicon, options);
    for (const document of documents) {
      if (foldOf(document.id, FOLDS) === fold) tags.set(document, tagDocument({ kernel, lexicon }, document, true));
    }
  }
  return new Map(documents.map((document) => [document, tags.get(document)!]));
}
