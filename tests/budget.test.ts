/** Counted work: the same on every machine and after every other article, and a limit that ends what never would. */
import { describe, expect, test } from 'vitest';
import { budgetOf, charge, OverBudget, withBudget } from '../src/budget.ts';
import type { Layers, Quote } from '../src/document.ts';
import { analyse, analyseCounted } from '../src/extract.ts';
import { articleOf } from './attributed.ts';
import { growthOf, workOf } from './counted.ts';
import { readFixtures } from './fixtures.ts';

const articles = [...(await readFixtures()).values()];
const NEWS = 'The dam is safe, the mayor said on Monday. Some 300 people had left.\n\n';

describe('the budget of an article', () => {
  test('steps are counted by stage', () => {
    const { result, work } = withBudget<Layers, Layers['quotes']>(100, (count) =>
      count('quotes', (): Quote[] => {
        charge(7);
        charge(5);
        return [];
      }),
    );
    expect(result).toEqual([]);
    expect(work).toEqual({ quotes: 12 });
  });

  test('its last step is allowed, one more says which stage took too many, and the next article has its own', () => {
    const spend = (steps: number) =>
      withBudget<Layers, Layers['dates']>(1000, (count) =>
        count('dates', () => {
          charge(steps);
          return [];
        }),
      );
    expect(() => spend(budgetOf(1000))).not.toThrow();
    expect(() => spend(budgetOf(1000) + 1)).toThrow(OverBudget);
    expect(() => spend(budgetOf(1000) + 1)).toThrow(/more than 5000000 steps .* \(1000 characters\).* stage "dates"/);
    expect(() => spend(1)).not.toThrow();
    expect(() => charge(1e12)).not.toThrow();
  });

  test('every stage that reads words counts, and the count does not depend on what was read before', () => {
    const { work } = analyseCounted(articles[0]!);
    for (const other of articles) analyse(other);
    expect(analyseCounted(articles[0]!).work).toEqual(work);
    for (const stage of ['syntax', 'people', 'attributions', 'sources', 'claims'] as const)
      expect(work[stage], stage).toBeGreaterThan(0);
  });

  test('ordinary articles take a tenth of it at most', () => {
    for (const article of articles) {
      const { work } = analyseCounted(article);
      const steps = Object.values(work).reduce((sum, one) => sum + one, 0);
      expect(steps, article.id).toBeLessThan(budgetOf(article.text.length) / 10);
    }
  });
});

describe('counted work', () => {
  test('is the same for the same work', () => {
    const article = articleOf(NEWS.repeat(10));
    analyse(article);
    const [one, other] = [workOf(() => analyse(article)), workOf(() => analyse(article))];
    expect(Math.abs(one / other - 1)).toBeLessThan(0.1);
  });

  test('sees a square in loops, in searches and in copies', () => {
    const text = (size: number) => 'x'.repeat(size);
    const loops = (size: number) => {
      let sum = 0;
      for (let i = 0; i < size; i += 1) for (let j = 0; j < size; j += 1) sum += 1;
      return sum;
    };
    const searches = (size: number) => {
      for (let at = 0; at < size; at += 1) text(size).indexOf('y', at);
    };
    const patterns = (size: number) => {
      const seek = /y/g;
      for (seek.lastIndex = 0; seek.lastIndex < size; ) {
        const from = seek.lastIndex;
        seek.exec(text(size));
        seek.lastIndex = from + 1;
      }
    };
    const copies = (size: number) => {
      let list: number[] = [];
      for (let at = 0; at < size; at += 1) list = list.concat(at);
      return list;
    };
    for (const square of [loops, searches, patterns, copies]) {
      expect(growthOf(square, 100, 1600), square.name).toBeGreaterThan(150);
    }
    expect(growthOf((size) => text(size).indexOf('y'), 100, 1600)).toBeLessThan(17);
  });
});
