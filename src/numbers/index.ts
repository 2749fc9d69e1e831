import type { Stage } from '../document.ts';

export const findNumbers: Stage<'numbers', 'sentences' | 'words' | 'syntax' | 'dates'> = () => [];
