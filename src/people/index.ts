import type { Stage } from '../document.ts';

export const findPeople: Stage<'people', 'sentences' | 'words' | 'syntax' | 'quotes' | 'names'> = () => [];
