/** Every construct by its own examples: all constructs together give exactly the braces, and nothing for what only looks alike. */
import { describe, expect, test } from 'vitest';
import { constructs } from '../src/attributions/constructs/index.ts';
import { triggersIn } from '../src/attributions/constructs/triggers.ts';
import { slice } from '../src/document.ts';
import { TokenContext } from '../src/grammar/context.ts';
import { attributionsIn, lineOf, linesOf } from './attributed.ts';
import { parseMarkup } from './markup.ts';

describe.each(constructs.map((construct) => [construct.name, construct] as const))(
  '%s',
  (name, { examples, not, propose, trigger }) => {
    test('has two examples or more, and a counter-example', () => {
      expect(examples.length).toBeGreaterThanOrEqual(2);
      expect(not.length).toBeGreaterThanOrEqual(1);
    });

    test.each(examples)('%s', (markup) => {
      const { text, spans } = parseMarkup(markup);
      const { article, layers, attributions } = attributionsIn(text);
      const expected = linesOf(text, spans);
      expect(attributions.map((attribution) => lineOf(article, attribution)).sort()).toEqual(
        expected.map(({ line }) => line).sort(),
      );
      const own = (expected.find(({ letter }) => letter === '') ?? expected.at(-1)!).line;
      const found = attributions.find((attribution) => lineOf(article, attribution) === own);
      if (found!.links.length === 1) expect(found!.by).toBe(`construct:${name}`);
      const page = new TokenContext(article, layers);
      const sentences = layers.sentences.map((_, at) => ({
        from: layers.words.first[at]!,
        to: layers.words.first[at + 1]!,
      }));
      const cues = sentences.flatMap((stretch) => propose(page, stretch)).map(({ cue }) => slice(article, cue));
      const chain = found!.links.map(({ cue }) => slice(article, cue!));
      expect(chain.some((cue) => cues.includes(cue))).toBe(true);
    });

    test.each(not)('not: %s', (text) => {
      const { article, layers, attributions } = attributionsIn(text);
      const page = new TokenContext(article, layers);
      const triggered = layers.sentences.some((_, at) => {
        const stretch = { from: layers.words.first[at]!, to: layers.words.first[at + 1]! };
        return (triggersIn(page, stretch) & trigger) !== 0;
      });
      expect(triggered, 'no trigger of the construct: nothing has to turn it down').toBe(true);
      expect(attributions.map((attribution) => lineOf(article, attribution))).toEqual([]);
    });
  },
);

test('no two constructs share a name', () => {
  const names = constructs.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
});
