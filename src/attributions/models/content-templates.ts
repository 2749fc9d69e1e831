/** The templates of the content features, by name: their order gives the numbers that the weights know. */

export const CONTENT_TEMPLATES = [
  ...['origin', 'origin and stem', 'origin and complements', 'origin and relation', 'first word', 'word before'],
  ...['first word and stem', 'last tag', 'word after', 'place of start', 'place of end', 'places', 'places and stem'],
  ...['top', 'top and stem', 'top and mark', 'covered', 'covered and stem', 'broken', 'left behind', 'quotations'],
  ...['quotation edges', 'quotations and stem', 'length', 'side', 'side and stem', 'side and complements', 'gap'],
  ...[
    'gap words',
    'other cues',
    'reaches',
    'tags at start',
    'tags at end',
    'parent',
    'pieces',
    'places and quotations',
  ],
  ...['places and complements', 'origin and places', 'length and stem', 'tag and places', 'source side'],
  ...[
    'strongest inside',
    'cue after',
    'rest',
    'rest and places',
    'joints',
    'last joint',
    'words at end',
    'own cue',
    'construct',
    'finite verbs',
    'finite verbs and stem',
    'finite verbs and complements',
    'finite verbs and places',
    'further statement',
    'first tag',
    'last word',
    'corpus',
    'corpus and end',
    'corpus and parts',
    'own statement',
  ],
] as const;
/** The number of each template. */
export const F = Object.fromEntries(CONTENT_TEMPLATES.map((name, index) => [name, index])) as Record<
  (typeof CONTENT_TEMPLATES)[number],
  number
>;
/** Keeps these features apart from those of the other models. */
export const BASE = 512;
