/** From CoreNLP's labels (Universal Dependencies 1, Penn tags of the news wire) to those of the gold treebanks. */

interface Dependency {
  readonly head: number;
  readonly relation: string;
}

const RENAMED: Readonly<Record<string, string>> = {
  ...{ dobj: 'obj', nsubjpass: 'nsubj:pass', csubjpass: 'csubj', auxpass: 'aux:pass', neg: 'advmod', mwe: 'fixed' },
  ...{ 'nmod:npmod': 'obl:unmarked', 'nmod:tmod': 'obl:unmarked' },
};

/** The tag that the gold treebanks would give. */
export function silverTag(tag: string, relation: string): string {
  if (tag === 'TO' && relation === 'case') return 'IN';
  if (tag === '#') return 'SYM';
  return tag;
}

/**
 * The tree with the labels and attachments of UD version 2 as far as a table can give them: nmod under a verb,
 * adjective or adverb is obl; a coordinating conjunction and a comma before a conjunct hang on that conjunct; what says
 * a statement after it ("…, the ministry said") hangs on the statement; names of persons are flat from their first word.
 *
 * @param rows one sentence; `head` counts from 1, 0 is the root
 * @param turned whether reports after a statement are turned: to learn from, not to measure agreement with CoreNLP
 */
export function fromSilver(
  rows: readonly (Dependency & { readonly tag: string; readonly entity: string })[],
  turned: boolean,
): Dependency[] {
  const tree = rows.map(({ head, relation }) => ({ head, relation: RENAMED[relation] ?? relation }));
  for (const [index, row] of rows.entries()) {
    const node = tree[index]!;
    if (row.relation === 'nmod' && node.head > 0 && /^(?:VB|JJ|RB)/.test(rows[node.head - 1]!.tag))
      node.relation = 'obl';
    const separator = row.relation === 'cc' || (row.relation === 'punct' && (row.tag === ',' || row.tag === ':'));
    if (separator) {
      const conjunct = rows.findIndex(
        (other, at) => at > index && other.relation === 'conj' && other.head === row.head,
      );
      const near = row.relation === 'cc' || (conjunct >= 0 && conjunct - index < 12);
      if (conjunct >= 0 && near) node.head = conjunct + 1;
    }
  }
  for (const [index, row] of rows.entries()) {
    if (turned && row.relation === 'ccomp' && row.head > index + 1) turnReport(tree, index);
  }
  for (const [index, row] of rows.entries()) {
    if (row.entity !== 'PERSON' || row.tag !== 'NNP') continue;
    const start = flatStart(rows, index);
    if (start < index) turnFlat(tree, rows, start, index);
  }
  return tree;
}

type NameRow = Dependency & { readonly tag: string; readonly entity: string };

/** The first word of the person's name that ends at `last`, or `last` where the name is one word or goes on. */
function flatStart(rows: readonly NameRow[], last: number): number {
  let start = last;
  while (start > 0) {
    const before = rows[start - 1]!;
    if (before.entity !== 'PERSON' || before.relation !== 'compound' || before.head !== last + 1) break;
    start -= 1;
  }
  return start;
}

/** Makes the first word of a name its head: all that hung on the last word hangs on the first. */
function turnFlat(tree: { head: number; relation: string }[], rows: readonly NameRow[], start: number, last: number) {
  tree[start] = { ...tree[last]! };
  for (let at = 0; at < tree.length; at++) {
    if (at > start && at <= last && rows[at]!.entity === 'PERSON') tree[at] = { head: start + 1, relation: 'flat' };
    else if (at !== start && tree[at]!.head === last + 1) tree[at]!.head = start + 1;
  }
}

/** Hangs the verb of reporting on the statement before it: the statement takes its place in the tree. */
function turnReport(tree: { head: number; relation: string }[], statement: number): void {
  const verb = tree[statement]!.head - 1;
  const taken = tree[verb]!;
  if (taken.head === statement + 1) return;
  tree[statement] = { ...taken };
  tree[verb] = { head: statement + 1, relation: 'parataxis' };
  for (let at = 0; at < tree.length; at++) {
    const outside = at < statement || at === tree.length - 1;
    if (outside && tree[at]!.head === verb + 1 && tree[at]!.relation === 'punct') tree[at]!.head = statement + 1;
  }
}
