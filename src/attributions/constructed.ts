/** Runs the constructs over an article: over each sentence, and over each quotation inside one. */
import type { Span } from '../document.ts';
import { wordAt } from '../document.ts';
import type { TokenContext } from '../grammar/context.ts';
import type { EncodedDocument } from '../grammar/encoded.ts';
import { hashText } from '../grammar/hash.ts';
import type { Candidate } from './candidate.ts';
import { readings } from './constructs/construct.ts';
import { constructs } from './constructs/index.ts';

/**
 * Writes what the constructs read into the encoded document: of two readings of one cue the first, unless a later
 * construct decides.
 *
 * @returns the encoded document
 */
export function readConstructs(context: TokenContext): EncodedDocument {
  const { encoded, words } = context;
  for (const candidate of constructedIn(context)) {
    const { anchor, by: name, cue, lemma, medium, link, confidence: decided, source, content } = candidate;
    const known = encoded.constructed.get(anchor);
    if (known !== undefined && known.decided >= decided) continue;
    encoded.construct[anchor] = hashText(name);
    const [sourceFrom, sourceTo] = source ? wordsOf(words, source) : [0, 0];
    const [cueFrom, cueTo] = wordsOf(words, cue);
    const pieces = content.flatMap((piece) => wordsOf(words, piece));
    const said = { cueFrom, cueTo, lemma, medium, link, decided, sourceFrom, sourceTo };
    encoded.constructed.set(anchor, { name, ...said, content: pieces });
  }
  return encoded;
}

/** All readings in the order of sentences, stretches and constructs; several may read one cue. */
function constructedIn(context: TokenContext): Candidate[] {
  const { first } = context.words;
  const found: Candidate[] = [];
  for (const s of context.sentences.keys()) {
    const from = first[s]!;
    const to = first[s + 1]!;
    if (to === from) continue;
    found.push(...readings(context, { from, to }, constructs));
    for (let w = from; w < to; ) {
      const quote = context.quoteOf(w);
      let end = w + 1;
      while (end < to && context.quoteOf(end) === quote) end += 1;
      if (quote >= 0 && end - w < to - from) found.push(...readings(context, { from: w, to: end }, constructs));
      w = end;
    }
  }
  return found;
}

/** First word and end of a span. */
function wordsOf(words: TokenContext['words'], { start, end }: Span): [from: number, to: number] {
  let from = Math.max(0, wordAt(words, start));
  if (from < words.count && words.ends[from]! <= start) from += 1;
  return [from, Math.max(from, wordAt(words, end - 1) + 1)];
}
