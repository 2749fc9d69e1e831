/** `npm run bench -- --hostile`: what texts that repeat one thing take, beside plain news of the same length. */
import { budgetOf } from '../../src/budget.ts';
import type { Article } from '../../src/document.ts';
import { analyseCounted } from '../../src/extract.ts';
import { HOSTILE, NEWS } from '../../tests/generators.ts';

const articleOf = (text: string): Article => ({
  id: 'hostile',
  source: '-',
  text,
  title: null,
  published: { date: null, basis: 'unknown', candidates: [], evidence: [] },
  plain: true,
});

/**
 * Prints for each text its processor time, as such and in times of that of news, and its steps of counted work.
 *
 * @param length of each text, in UTF-16 code units
 */
export function benchHostile(length: number): void {
  const measure = (text: string) => {
    const started = process.cpuUsage();
    const { work } = analyseCounted(articleOf(text));
    const { user, system } = process.cpuUsage(started);
    const steps = Object.values(work).reduce((sum, one) => sum + one, 0);
    return { milliseconds: (user + system) / 1000, steps, share: steps / budgetOf(text.length) };
  };
  measure(NEWS(length));
  const news = measure(NEWS(length));
  console.log('  ms  times news  steps a unit  of its budget');
  for (const [name, make] of [['plain news', NEWS] as const, ...Object.entries(HOSTILE)]) {
    const text = make(length);
    const { milliseconds, steps, share } = measure(text);
    const columns = [
      milliseconds.toFixed(0).padStart(6),
      (milliseconds / news.milliseconds).toFixed(1).padStart(6),
      (steps / text.length).toFixed(0).padStart(6),
      `${(100 * share).toFixed(0)} %`.padStart(6),
    ];
    console.log(`${columns.join('  ')}  ${name}`);
  }
}
