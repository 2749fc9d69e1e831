import type { Stage } from '../document.ts';

export const findDates: Stage<'dates', 'sentences' | 'words' | 'syntax' | 'published'> = () => [];
