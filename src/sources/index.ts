import type { Stage } from '../document.ts';

export const findSources: Stage<
  'sources',
  'sentences' | 'words' | 'syntax' | 'names' | 'people' | 'attributions'
> = () => [];
