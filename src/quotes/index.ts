import type { Stage } from '../document.ts';

export const findQuotes: Stage<'quotes', 'sentences'> = () => [];
