import type { Stage } from '../document.ts';

export const findClaims: Stage<'claims', 'sentences' | 'words' | 'quotes' | 'attributions'> = () => [];
