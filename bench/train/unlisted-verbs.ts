/**
 * Makes `src/syntax/verbs.tsv`: verbs of the training texts that the tagger's lexicon knows in inflected forms alone, as
 * compromise tells their infinitives, so that few articles have to load it.
 *
 *     npm run train -- verbs
 */
import { writeFileSync } from 'node:fs';
import { TAG } from '../../src/syntax/labels.ts';
import { unlistedInfinitive } from '../../src/syntax/lemma.ts';
import { readTreebank, type Treebank } from './conllu.ts';
import { writtenArticles } from './written/index.ts';

const FROM: readonly Treebank[] = ['silver-train', 'ewt-train', 'gum-train'];
const FORMS = new Set<number>([TAG.VBD, TAG.VBN, TAG.VBG]);

export function train(): void {
  const forms = new Set<string>();
  for (const treebank of FROM) {
    for (const { words, syntax } of readTreebank(treebank)) {
      for (const [at, word] of words.lower.entries()) {
        if (!FORMS.has(syntax.tags[at]!) || !/^[a-z]+$/.test(word)) continue;
        forms.add(word);
        forms.add(word.replace(/iz(?=(?:ed|ing)$)/, 'is'));
      }
    }
  }
  for (const { text } of writtenArticles())
    for (const word of text.match(/\b[a-z]{3,}(?:ed|ing)\b/g) ?? []) forms.add(word);
  const verbs = new Set<string>();
  for (const form of forms) {
    const verb = unlistedInfinitive(form);
    if (verb !== null) verbs.add(verb);
  }
  const head = `# source: compromise 14 asked for the past forms and participles of the training texts, by npm run train -- verbs
# licence: MIT (compromise)
# taken: 2026-11-30
# why: verbs that the tagger's lexicon knows in inflected forms alone; compromise takes half as long to load as all the rest of a short run
`;
  const rows = [...verbs].sort().map((verb) => `${verb}\n`);
  writeFileSync(new URL('../../src/syntax/verbs.tsv', import.meta.url), head + rows.join(''));
  console.log(`${rows.length} verbs of ${forms.size} forms`);
}
