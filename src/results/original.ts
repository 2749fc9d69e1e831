/**
 * The original text of an output, to which its offsets refer: from the output, from the input file, or put together
 * from its sentences.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Output } from '../output.ts';
import { formatOf } from '../read/format.ts';
import { readArticles } from '../read/index.ts';

export interface Original {
  readonly text: string;
  /** What readers must know about this text; null where it is the article's own, letter for letter. */
  readonly notice: string | null;
}

/** @returns the text of an article, from the output or its input file; else put together from its sentences, with a notice */
export async function originalOf(output: Output): Promise<Original> {
  const { text, source } = output.article;
  if (text !== undefined) return { text, notice: null };
  const found = await inputOf(output);
  if (typeof found !== 'string') return { text: found.text, notice: null };
  return {
    text: joinSentences(output),
    notice: `${source === '-' ? 'The text came through standard input' : `The input file ${source} ${found}`}, so what stands here is put together from the sentences of the output: every word is there, but where paragraphs begin is guessed.`,
  };
}

/** @returns the input's text, or why it cannot be had */
async function inputOf({ article }: Output): Promise<{ readonly text: string } | string> {
  const { source, id, sha256 } = article;
  const stats = source === '-' ? undefined : statSync(source, { throwIfNoEntry: false });
  if (!stats) return 'is not there';
  if (!stats.isFile() || formatOf(source) === 'jsonl') return 'does not hold this article alone';
  for await (const reading of readArticles({ path: source, source, id }, { anyLanguage: true })) {
    if (!('article' in reading)) continue;
    const { text } = reading.article;
    if (createHash('sha256').update(text, 'utf8').digest('hex') === sha256) return { text };
  }
  return 'has changed since';
}

/** Puts the sentences at their offsets; a gap of one character is a space, beside a heading a line break. */
function joinSentences({ sentences }: Output): string {
  let text = '';
  let heading = false;
  for (const sentence of sentences) {
    const gap = sentence.start - text.length;
    if (gap < 0) continue;
    const here = sentence.kind === 'heading';
    if (text === '') text = ' '.repeat(gap);
    else if (gap === 1) text += heading || here ? '\n' : ' ';
    else text += '\n'.repeat(gap);
    text += sentence.text;
    heading = here;
  }
  return text;
}
