/**
 * PolNeAR 1.0.0 (Newell, Margolin and Ruths, LREC 2018) as its repository holds it: `text/ID.txt`, annotations of one or
 * more people in brat's form (`attributions/ID_ANNOTATOR.ann`), the output of CoreNLP (`corenlp/ID.txt.xml`).
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { treesOf } from './corenlp.ts';

type Pair = readonly [start: number, end: number];

/** An article in the form of the evaluation kit; offsets are UTF-16 code units, end exclusive. */
export interface PolnearArticle {
  readonly id: string;
  readonly text: string;
  readonly published: string;
  readonly attributions: readonly { readonly source: Pair[]; readonly cue: Pair[]; readonly content: Pair[] }[];
}

/**
 * @param folder a part of the corpus, `data/train`
 * @returns its articles by id, each as the annotator with the first id has it; attributions without content are left out
 */
export function polnearArticles(folder: string): PolnearArticle[] {
  const annotations = readdirSync(join(folder, 'attributions'))
    .filter((name) => name.endsWith('.ann'))
    .sort();
  const files = new Map<string, string>();
  for (const name of annotations) {
    const id = name.replace(/_[0-9a-f]{4}\.ann$/, '');
    if (!files.has(id)) files.set(id, name);
  }
  return [...files].map(([id, name]) => {
    const text = readFileSync(join(folder, 'text', `${id}.txt`), 'utf8');
    const attributions = attributionsIn(readFileSync(join(folder, 'attributions', name), 'utf8'), text);
    return { id, text, published: /_(\d{4}-\d\d-\d\d)_/.exec(id)![1]!, attributions };
  });
}

/** @returns the machine-made trees of those articles that have them, in CoNLL-U, labels as CoreNLP has them */
export function silverTrees(folder: string, articles: readonly PolnearArticle[]): string {
  return articles
    .map(({ id }) => ({ id, file: join(folder, 'corenlp', `${id}.txt.xml`) }))
    .filter(({ file }) => existsSync(file))
    .map(({ id, file }) => treesOf(id, readFileSync(file, 'utf8')))
    .join('');
}

/** In the order of their cues. */
function attributionsIn(annotation: string, text: string): PolnearArticle['attributions'] {
  const toUnits = unitsOf(text);
  const spans = new Map<string, Pair[]>();
  const found: PolnearArticle['attributions'][number][] = [];
  const lines = annotation.split('\n').map((line) => line.split('\t'));
  for (const [key, what] of lines) {
    if (!key?.startsWith('T')) continue;
    const places = what!.replace(/^\S+ /, '').split(';');
    const pairs = places.map((place) => place.split(' ').map((offset) => toUnits(Number(offset))) as [number, number]);
    spans.set(key, pairs);
  }
  for (const [key, what] of lines) {
    if (!key?.startsWith('E')) continue;
    const roles = what!
      .trim()
      .split(' ')
      .map((role) => role.split(':') as [string, string]);
    // Of several sources "Source2" is the second.
    const of = (role: string) =>
      roles
        .filter(([name]) => name.replace(/\d+$/, '') === role)
        .flatMap(([, span]) => spans.get(span) ?? [])
        .sort(([a], [b]) => a - b);
    const content = of('Content');
    if (content.length > 0) found.push({ source: of('Source'), cue: of('Cue'), content });
  }
  return found.sort((a, b) => (a.cue[0]?.[0] ?? 0) - (b.cue[0]?.[0] ?? 0));
}

/** From offsets in characters, which brat counts, to UTF-16 code units. */
function unitsOf(text: string): (characters: number) => number {
  if (!/[\u{10000}-\u{10FFFF}]/u.test(text)) return (characters) => characters;
  const units = [0];
  for (const character of text) units.push(units.at(-1)! + character.length);
  return (characters) => units[characters]!;
}
