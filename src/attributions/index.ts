import type { Stage } from '../document.ts';

export const findAttributions: Stage<
  'attributions',
  'sentences' | 'words' | 'syntax' | 'quotes' | 'names' | 'people'
> = () => [];
