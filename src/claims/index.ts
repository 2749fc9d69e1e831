/** What is said: the content of every attribution, and what the article says in its own voice. */
import { byPosition, type Claim, type Stage } from '../document.ts';
import { modalityOf, modalKinds } from './modality.ts';
import { ownVoice } from './own-voice.ts';
import { quotationOf } from './quotation.ts';
import { isStatement } from './statement.ts';

/** Makes a claim of every attribution, and of what the article says in its own voice. */
export const findClaims: Stage<'claims', 'sentences' | 'words' | 'syntax' | 'quotes' | 'attributions'> = (
  article,
  layers,
) => {
  const kinds = modalKinds();
  const attributed = layers.attributions.map(({ content, links, by, confidence }, attribution): Claim => {
    const quotation = quotationOf(article, layers.quotes, content);
    return {
      quotation,
      content,
      attribution,
      ...modalityOf(layers, kinds, content),
      statement: isStatement(quotation, links[0] ?? null),
      by,
      confidence,
    };
  });
  const own = ownVoice(article, layers).map(
    (content): Claim => ({
      quotation: 'none',
      content,
      attribution: null,
      ...modalityOf(layers, kinds, content),
      statement: true,
      by: 'own-voice',
      confidence: 1,
    }),
  );
  return [...attributed, ...own].sort((a, b) => byPosition(a.content[0]!, b.content[0]!));
};
