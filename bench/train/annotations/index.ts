/**
 * Whole news articles that were annotated for this project, as offsets into texts of the kit, without a word of them
 * (`articles.jsonl`, one article a line). Language models read each text by the kit's guide (eval/articles/GUIDE.md), one
 * reader a text, and a program checked the spans. On 30 articles of articles/train that were read a second time in this way
 * publishable F1 against the kit's annotation is 96.3.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

type Pair = readonly [start: number, end: number];

/** A link in the shape of the kit's records. */
export interface AnnotatedLink {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly kind?: string;
  /** Where the fullest name of the speaker stands; absent where the source's own words are all there is. */
  readonly name?: Pair;
  /** "It was reported that": the text names nobody at all. */
  readonly nobody?: true;
}

export interface AnnotatedAttribution {
  readonly content: readonly Pair[];
  /** Innermost first. */
  readonly chain: readonly AnnotatedLink[];
  readonly medium?: readonly Pair[];
  readonly optional?: boolean;
}

/** The texts of the kit that were annotated whole. */
const TEXTS = {
  polnear: 'attributions/train.jsonl',
  conll: 'people/conll-train.jsonl',
  timebank: 'dates/dev.jsonl',
} as const;

interface ArticleLine {
  readonly from: keyof typeof TEXTS;
  readonly article: string;
  readonly text: string;
  readonly attributions: readonly AnnotatedAttribution[];
}

/** A whole article with its attributions. */
export interface AnnotatedArticle {
  readonly from: keyof typeof TEXTS;
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly AnnotatedAttribution[];
}

/** The first 16 hexadecimal digits of the SHA-256 of a text: offsets hold for this text alone. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const readLines = <Line>(url: URL): Line[] =>
  readFileSync(url, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);

/**
 * The articles that were annotated whole.
 *
 * @param kit the folder of the kit's evaluation data
 * @throws Error where a text is not the one that was annotated
 */
export function annotatedArticles(kit: URL): AnnotatedArticle[] {
  const texts = new Map<string, string>();
  for (const [from, path] of Object.entries(TEXTS)) {
    for (const { id, text } of readLines<{ id: string; text: string }>(new URL(path, kit)))
      texts.set(`${from} ${id}`, text);
  }
  return readLines<ArticleLine>(new URL('articles.jsonl', import.meta.url)).map(
    ({ from, article: id, text: print, attributions }) => {
      const text = texts.get(`${from} ${id}`) ?? '';
      if (fingerprint(text) !== print) throw new Error(`${id}: not the text that was annotated`);
      return { from, id, text, attributions };
    },
  );
}
