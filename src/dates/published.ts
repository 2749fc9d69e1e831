import type { Stage } from '../document.ts';

export const findPublished: Stage<'published', 'sentences'> = (article) => article.published;
