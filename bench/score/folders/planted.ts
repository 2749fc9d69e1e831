/** What was planted, and found: copies of wire stories, contradictions; and copies that cannot be any. */
import { type Corroboration, Folder } from '../../../src/corroborate/index.ts';
import { extract } from '../../../src/index.ts';
import { plantConflicts } from './conflicts.ts';
import { type Level, plantCopies } from './copies.ts';
import type { Measure } from './measure.ts';
import { groupOf } from './texts.ts';

const LEVELS: readonly Level[] = ['copy', 'partly', 'own'];

/** The levels of the planted copies, and copies between outlets that wrote on their own or on other matters. */
export function scoreCopies({ copies }: Corroboration): Measure[] {
  const judged = plantCopies().map(({ wire, paper, level }) => {
    const folder = new Folder();
    folder.add(extract({ id: 'wire', text: wire }));
    folder.add(extract({ id: 'paper', text: paper }));
    return { level, found: folder.corroborate().copies[0]?.level ?? 'own' };
  });
  const f1 = LEVELS.map((level) => {
    const right = judged.filter((each) => each.level === level && each.found === level).length;
    const [gold, found] = (['level', 'found'] as const).map(
      (key) => judged.filter((each) => each[key] === level).length,
    );
    return (200 * right) / (gold! + found!);
  });
  const inEvents = copies.filter(({ from, to }) => from.startsWith('event-') || to.startsWith('event-')).length;
  const elsewhere = copies.filter(({ from, to }) => groupOf(from) !== groupOf(to)).length;
  return [
    ['macro F1', f1.reduce((sum, each) => sum + each, 0) / LEVELS.length],
    ...LEVELS.map((level, at): Measure => [`${level} F1`, f1[at]!]),
    ['in events', inEvents, 'count'],
    ['in another rumour', elsewhere, 'count'],
  ];
}

export function scoreConflicts(): Measure[] {
  let [found, right, truths] = [0, 0, 0];
  for (const { texts, published, contradicts } of plantConflicts()) {
    const folder = new Folder();
    for (const at of [0, 1] as const) {
      folder.add(extract({ id: at === 0 ? 'a' : 'b', text: texts[at], published: published[at] }));
    }
    const all = folder.corroborate().clusters.flatMap(({ contradictions }) => contradictions);
    const called = all.some(({ kind }) => kind !== 'updated');
    if (called) found += 1;
    if (contradicts) truths += 1;
    if (called && contradicts) right += 1;
  }
  return [
    ['precision', (100 * right) / Math.max(1, found)],
    ['recall', (100 * right) / truths],
  ];
}
