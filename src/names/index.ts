import type { Stage } from '../document.ts';

export const findNames: Stage<'names', 'sentences' | 'words' | 'syntax'> = () => [];
