/** How often gold source spans get the gold speaker, by class of anaphor. */
import { spanKey } from '../../../src/document.ts';
import { findSources } from '../../../src/sources/index.ts';
import type { IsRight } from './examples.ts';
import { FORMS, formOf } from './forms.ts';
import type { GoldSources } from './gold.ts';

/** One source span. */
interface Judged {
  readonly form: (typeof FORMS)[number];
  readonly links: number;
  readonly required: number;
  readonly right: boolean;
  readonly resolved: boolean;
  readonly sure: number;
}

/** Resolves the gold source spans of articles with weights that have not seen them. */
export function judged(texts: Iterable<GoldSources>, weights: Float64Array, isRight: IsRight): Judged[] {
  const rows: Judged[] = [];
  for (const { article, layers, speakers } of texts) {
    for (const { name, resolved, mentions } of findSources(article, layers, { coreference: weights })) {
      for (const mention of mentions) {
        const gold = speakers.get(spanKey(mention));
        if (!gold) continue;
        const { links, required } = gold;
        rows.push({ form: formOf(gold), links, required, right: isRight(gold, name), resolved, sure: mention.sure });
      }
    }
  }
  return rows;
}

/** A line for each form: right among all and among required links; left open; right where sure. */
export function figuresOf(rows: readonly Judged[]): string {
  const line = (name: string, some: readonly Judged[]) => {
    const sum = (of: (row: Judged) => number) => some.reduce((all, row) => all + of(row), 0);
    const share = (part: number, whole: number) =>
      `${part}/${whole} ${whole === 0 ? '-' : ((100 * part) / whole).toFixed(1)}`;
    const sure = some.filter((row) => row.resolved && row.sure >= 0.9);
    return [
      name.padEnd(12),
      `links ${share(
        sum((row) => (row.right ? row.links : 0)),
        sum(({ links }) => links),
      )}`,
      `required ${share(
        sum((row) => (row.right ? row.required : 0)),
        sum(({ required }) => required),
      )}`,
      `open ${some.filter(({ resolved }) => !resolved).length}`,
      `wrong ${some.filter(({ resolved, right }) => resolved && !right).length}`,
      `sure ${share(sure.filter(({ right }) => right).length, sure.length)}`,
    ].join('  ');
  };
  const lines = FORMS.map((form) =>
    line(
      form,
      rows.filter((row) => row.form === form),
    ),
  );
  return [...lines, line('all', rows)].join('\n');
}
