/** The templates of the source features, by name: their order gives the numbers that the weights know. */

export const SOURCE_TEMPLATES = [
  ...['nobody', 'nobody and stem', 'nobody and complements', 'subject', 'subject and cut', 'path', 'path and cut'],
  ...['path and stem', 'side and distance', 'side and stem', 'phrases between', 'verbs between', 'commas between'],
  ...['head word', 'head tag', 'head name', 'first word', 'first tag', 'word before', 'word after', 'length'],
  ...['cut', 'cut and tags', 'preposition', 'preposition and stem', 'quotation', 'left out', 'words between'],
  ...['tags between', 'edge tags', 'head and side', 'name and side', 'length and cut', 'word after and cut'],
  ...['inner comma', 'subject distance', 'complements and side', 'tag and path', 'anchor tag and path', 'nearest'],
  ...['construct', 'construct and cut', 'corpus', 'corpus and parts'],
] as const;
