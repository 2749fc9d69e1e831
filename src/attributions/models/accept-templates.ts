/** What the kernel reads of a reading that is judged, and the templates of its features. */

/**
 * The numbers of a reading, in the order in which the kernel has them: words; what made it; probabilities in the steps of
 * `step`, and in those of `odds` where the name says so; and the scope that it is judged in.
 */
export const READING_COLUMNS = [
  ...['anchor', 'cueFrom', 'cueTo', 'sourceFrom', 'sourceTo', 'sourceHead', 'sourceCuts', 'origins', 'proposer'],
  ...['second', 'form', 'cue', 'source', 'content', 'exactContent', 'outer', 'inner', 'crossing', 'cueOdds'],
  ...['sourceOdds', 'contentOdds', 'exactOdds', 'level', 'scopeAnchor', 'scopeSourceFrom', 'scopeSourceTo'],
] as const;

/** Names of the templates: their order gives the numbers that the weights know. */
export const ACCEPT_TEMPLATES = [
  ...['cue', 'source', 'content', 'cue and content', 'cue and source', 'source and content', 'source kind'],
  ...['origins', 'length', 'quotation', 'rate', 'tag', 'stem', 'inside another', 'another inside', 'overlap'],
  ...['same source', 'first look', 'all three', 'place', 'cut', 'rate and cue', 'exact content', 'heading'],
  ...['construct', 'construct and cue', 'agreement', 'form', 'form and cue', 'form and stem', 'said', 'said and stem'],
  ...['said and cue', 'relation', 'complements', 'speaker', 'first tag', 'quoted cue'],
  ...[
    'corpus',
    'level',
    'level and cue',
    'level and stem',
    'outer cue',
    'outer and stem',
    'outer kind',
    'share of scope',
  ],
  ...[
    'opens scope',
    'same speaker',
    'proposer',
    'proposer and cue',
    'negation',
    'auxiliary',
    'first word',
    'word after cue',
  ],
  ...[
    'verb below',
    'source side',
    'source word',
    'source word and stem',
    'source and place',
    'object word',
    'head',
    'cue fine',
    'source fine',
    'content fine',
    'second',
  ],
] as const;
