/** The templates of the fields that the hidden layers see, by name: their order gives the numbers that the weights know. */

export const FIELD_TEMPLATES = [
  ...['always', 'word', 'stem', 'tag', 'relation', 'head', 'head tag', 'head relation', 'rate', 'complement'],
  ...['subject', 'subject kind', 'subject path', 'dependent', 'dependent word', 'mark', 'clause tag', 'object kind'],
  ...['from start', 'to end', 'quotation', 'construct', 'cue above', 'source side', 'next word', 'next tag'],
  ...['corpus'],
] as const;
