/** The kernel of the reader: that it reckons as the program does, for texts of any length and in any order. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { step } from '../src/attributions/models/accept.ts';
import { readerKernel } from '../src/attributions/models/kernel.ts';
import { shippedModels } from '../src/attributions/models/weights.ts';
import { analyse } from '../src/extract.ts';
import { TokenContext } from '../src/grammar/context.ts';
import type { EncodedDocument } from '../src/grammar/encoded.ts';
import { articleOf } from './attributed.ts';

const PARAGRAPH = '“We had no warning,” Tomas Reuter, who lives above the mill, told the harbour paper on Monday.';

function encoded(text: string): EncodedDocument {
  const article = articleOf(text);
  return new TokenContext(article, analyse(article)).encoded;
}

/** The word "told" of a paragraph. */
function told({ form, first }: EncodedDocument, paragraph: number): number {
  const word = form.indexOf(one.form[toldAlone]!, first[paragraph]!);
  expect(word).toBeGreaterThan(0);
  return word;
}

const one = encoded(PARAGRAPH);
const toldAlone = PARAGRAPH.replaceAll(/[“”,]/gu, ' $& ').trim().split(/\s+/u).indexOf('told');

/** What the kernel keeps of the cue "told" of a paragraph, its sources and its contents, as offsets from the paragraph. */
function kept(document: EncodedDocument, paragraph: number, scope: readonly number[] | null = null) {
  const kernel = readerKernel(document);
  kernel.useCues(shippedModels().cues);
  kernel.useProbabilities(new Float32Array(document.count));
  const anchor = told(document, paragraph);
  const from = document.first[paragraph]!;
  const cue = kernel.cueFeatures(anchor);
  const features = [...cue.hashes.subarray(0, cue.count), ...cue.fields.subarray(0, cue.fieldCount)];
  kernel.listSources(anchor, scope);
  const { sources, contents } = kernel;
  const stretches = Array.from({ length: sources.count }, (_, at) => [
    sources.from[at]! - from,
    sources.to[at]! - from,
  ]);
  features.push(...kernel.sourceFeatures(1).hashes.subarray(0, 20));
  kernel.listContents(anchor, from + 1, from + 2, scope);
  const pieces = [...contents.pieces.subarray(0, contents.pieceCount[0]! * 2)].map((word) => word - from);
  features.push(...kernel.contentFeatures(0).hashes.subarray(0, 20));
  return { features, stretches: stretches.slice(1), pieces, contents: contents.count };
}

test('it takes steps of a probability as the program does', () => {
  const { call } = readerKernel(one);
  const share = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(fc.property(share, (probability) => call.step(probability) === step(probability)));
});

test('a cue has the same features, sources and contents alone and far into a text of 20,000 words', () => {
  const long = encoded(Array.from({ length: 1000 }, () => PARAGRAPH).join('\n\n'));
  expect(long.count).toBeGreaterThan(20_000);
  const alone = kept(one, 0);
  expect(alone.contents).toBeGreaterThan(3);
  expect(kept(long, 990)).toEqual(alone);
  expect(kept(one, 0)).toEqual(alone);
});

test('a scope of any number of pieces is looked at whole', () => {
  const empty = Array.from({ length: 200 }, () => 0);
  expect(kept(one, 0, [...empty, 0, one.count])).toEqual(kept(one, 0, [0, one.count]));
  expect(kept(one, 0, [...empty, 0, 1]).stretches).toEqual([]);
});
