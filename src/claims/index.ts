/** What is said: the content of every attribution, and what the article says in its own voice. */
import { type Article, byPosition, type Claim, type Layers } from '../document.ts';
import { modalityOf, modalKinds } from './modality.ts';
import { ownVoice } from './own-voice.ts';
import { quotationOf } from './quotation.ts';
import { isStatement } from './statement.ts';

/**
 * Makes a claim of every attribution, and of what the article says in its own voice.
 *
 * @param read all attributions that the article has, also those that are left out because they are less sure than asked for:
 *   what somebody may have said is never the article's own voice
 */
export function findClaims(
  article: Article,
  layers: Pick<Layers, 'sentences' | 'words' | 'syntax' | 'quotes' | 'attributions'>,
  read: Layers['attributions'] = layers.attributions,
): readonly Claim[] {
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
  const own = ownVoice(article, { ...layers, attributions: read }).map(
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
}
