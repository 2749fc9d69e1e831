/** The templates of the cue features, by name: their order gives the numbers that the weights know. */

/** Names of the templates, by number: for `explain`. */
export const ANCHOR_TEMPLATES = [
  ...['word', 'stem', 'tag', 'word before', 'word after', 'words around', 'word two before', 'word two after'],
  ...['stem and word after', 'stem and word before', 'stem and next two words', 'tags around', 'relation'],
  ...['relation and head', 'stem and head', 'dependents', 'dependent relation', 'stem and dependent relation'],
  ...['dependent word', 'preposition', 'stem and preposition', 'subject', 'subject and stem', 'subject kind'],
  ...['subject kind and complements', 'complements', 'stem and complements', 'rate', 'rate and complements'],
  ...['quotation', 'quotation and stem', 'cue above', 'cue above and stem', 'place', 'auxiliary', 'negation'],
  ...['object', 'object and stem', 'tags before', 'tags after', 'tag and relation', 'head of object', 'suffix'],
  ...['clause verb', 'stem and subject tag', 'paragraph opening', 'possessor', 'next noun phrase', 'mark and stem'],
  ...['corpus', 'corpus and complements', 'construct', 'construct and stem'],
] as const;
