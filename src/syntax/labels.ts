/**
 * The names of tags and relations, in the fixed order that `Syntax.tags` and `Syntax.relations` index.
 *
 * Tags are those of the Penn Treebank as the English UD treebanks use them: HYPH for a hyphen between words, ADD for
 * addresses, AFX, GW, NFP, XX for what the Penn set lacks; quotation marks have a direction (`` and '').
 *
 * Relations are Universal Dependencies 2 (release 2.15 of GUM and EWT) with these merges: nsubj:outer is nsubj;
 * csubj:pass and csubj:outer are csubj; advcl:relcl is advcl; nmod:npmod and nmod:tmod are nmod:unmarked; obl:npmod and
 * obl:tmod are obl:unmarked. All other subtypes of the treebanks are kept.
 */
export const PENN_TAGS = [
  ...['NN', 'NNS', 'NNP', 'NNPS', 'PRP', 'PRP$', 'WP', 'WP$', 'EX', 'CD', 'DT', 'PDT', 'WDT', 'JJ', 'JJR', 'JJS'],
  ...['RB', 'RBR', 'RBS', 'WRB', 'RP', 'IN', 'TO', 'CC', 'UH', 'MD', 'VB', 'VBD', 'VBG', 'VBN', 'VBP', 'VBZ'],
  ...['POS', 'FW', 'SYM', 'LS', 'ADD', 'AFX', 'GW', 'NFP', 'XX', '$', '.', ',', ':', '``', "''", '-LRB-', '-RRB-'],
  'HYPH',
] as const;
export type PennTag = (typeof PENN_TAGS)[number];

export const RELATIONS = [
  ...['root', 'nsubj', 'nsubj:pass', 'csubj', 'obj', 'iobj', 'ccomp', 'xcomp', 'obl', 'obl:agent', 'obl:unmarked'],
  ...['expl', 'vocative', 'dislocated', 'advcl', 'advmod', 'discourse', 'aux', 'aux:pass', 'cop', 'mark', 'nmod'],
  ...['nmod:poss', 'nmod:desc', 'nmod:unmarked', 'appos', 'nummod', 'acl', 'acl:relcl', 'amod', 'det', 'det:predet'],
  ...['case', 'conj', 'cc', 'cc:preconj', 'fixed', 'flat', 'compound', 'compound:prt', 'list', 'parataxis', 'orphan'],
  ...['goeswith', 'reparandum', 'punct', 'dep'],
] as const;

/** `TAG.VBD` is the index of VBD in `PENN_TAGS`. */
export const TAG = indexes(PENN_TAGS);
/** `RELATION['nsubj:pass']` is the index of nsubj:pass in `RELATIONS`. */
export const RELATION = indexes(RELATIONS);

function indexes<Name extends string>(names: readonly Name[]): Readonly<Record<Name, number>> {
  return Object.fromEntries(names.map((name, index) => [name, index])) as Record<Name, number>;
}

/**
 * A table that answers whether a tag or relation is one of some: read in inner loops, where a `Set` would take its share.
 *
 * @param members indexes into `PENN_TAGS` or `RELATIONS`
 * @returns 1 at the index of each member, 0 at all others
 */
export function memberTable(...members: readonly number[]): Uint8Array {
  const table = new Uint8Array(64);
  for (const member of members) table[member] = 1;
  return table;
}

const UNIVERSAL: Readonly<Record<PennTag, string>> = {
  ...{ NN: 'NOUN', NNS: 'NOUN', NNP: 'PROPN', NNPS: 'PROPN', PRP: 'PRON', PRP$: 'PRON', WP: 'PRON', WP$: 'PRON' },
  ...{ EX: 'PRON', CD: 'NUM', DT: 'DET', PDT: 'DET', WDT: 'PRON', JJ: 'ADJ', JJR: 'ADJ', JJS: 'ADJ', RB: 'ADV' },
  ...{ RBR: 'ADV', RBS: 'ADV', WRB: 'ADV', RP: 'ADP', IN: 'ADP', TO: 'PART', CC: 'CCONJ', UH: 'INTJ', MD: 'AUX' },
  ...{ VB: 'VERB', VBD: 'VERB', VBG: 'VERB', VBN: 'VERB', VBP: 'VERB', VBZ: 'VERB', POS: 'PART', FW: 'X', SYM: 'SYM' },
  ...{ LS: 'X', ADD: 'X', AFX: 'X', GW: 'X', NFP: 'PUNCT', XX: 'X', $: 'SYM', '.': 'PUNCT', ',': 'PUNCT' },
  ...{ ':': 'PUNCT', '``': 'PUNCT', "''": 'PUNCT', '-LRB-': 'PUNCT', '-RRB-': 'PUNCT', HYPH: 'PUNCT' },
};
const AUXILIARY = new Set<number>([RELATION.aux, RELATION['aux:pass'], RELATION.cop]);

/**
 * The universal part of speech that follows from tag, relation and word.
 *
 * @param tag index into `PENN_TAGS`
 * @param relation index into `RELATIONS`
 * @param lower the word in lower case
 */
export function universalTag(tag: number, relation: number, lower: string): string {
  if (tag >= TAG.VB && tag <= TAG.VBZ && AUXILIARY.has(relation)) return 'AUX';
  if (tag === TAG.IN && relation === RELATION.mark) return 'SCONJ';
  if (tag === TAG.RB && (lower === 'not' || lower === "n't" || lower === 'n’t')) return 'PART';
  if (tag === TAG.DT && relation !== RELATION.det) return 'PRON';
  if (tag === TAG.WDT && relation === RELATION.det) return 'DET';
  if (tag === TAG.TO && relation === RELATION.case) return 'ADP';
  return UNIVERSAL[PENN_TAGS[tag]!];
}
