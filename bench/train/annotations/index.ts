/**
 * News that was annotated for this project, as offsets into texts of the kit, without a word of them: whole articles
 * (`articles.jsonl`, one a line) and passages of a sentence or two (`passages.jsonl`). Language models read each text by the kit's guide (eval/articles/GUIDE.md), one
 * reader a text, and a program checked the spans. On 30 articles of articles/train that were read a second time in this way
 * publishable F1 against the kit's annotation is 96.3.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

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

/** Where the texts stand in the kit. */
const TEXTS = {
  polnear: 'attributions/train.jsonl',
  conll: 'people/conll-train.jsonl',
  timebank: 'dates/dev.jsonl',
  pages: 'pages/dev.jsonl.gz',
} as const;

interface ArticleLine {
  readonly from: keyof typeof TEXTS;
  readonly article: string;
  /** Of a passage: where it stands in the article. Offsets count from its start. */
  readonly span?: Pair;
  /** The fingerprint of the text annotated. */
  readonly text: string;
  readonly attributions: readonly AnnotatedAttribution[];
}

/** A whole article, or a passage of one, with its attributions. */
export interface AnnotatedText {
  readonly from: keyof typeof TEXTS;
  /** Of the article. */
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly AnnotatedAttribution[];
}

/** The first 16 hexadecimal digits of the SHA-256 of a text: offsets hold for this text alone. */
function fingerprint(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

const readLines = <Line>(url: URL): Line[] => {
  const bytes = readFileSync(url);
  return (url.pathname.endsWith('.gz') ? gunzipSync(bytes) : bytes)
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Line);
};

/**
 * The annotated texts of a file.
 *
 * @param which `articles`: whole ones; `passages`: of one or two sentences
 * @param kit the folder of the kit's evaluation data
 * @throws Error where a text is not the one that was annotated
 */
export function annotatedTexts(which: 'articles' | 'passages', kit: URL): AnnotatedText[] {
  const texts = new Map<string, string>();
  for (const [from, path] of Object.entries(TEXTS)) {
    for (const { id, text } of readLines<{ id: string; text: string }>(new URL(path, kit)))
      texts.set(`${from} ${id}`, text);
  }
  return readLines<ArticleLine>(new URL(`${which}.jsonl`, import.meta.url)).map(
    ({ from, article: id, span, text: print, attributions }) => {
      const text = (texts.get(`${from} ${id}`) ?? '').slice(...(span ?? []));
      if (fingerprint(text) !== print) throw new Error(`${id}: not the text that was annotated`);
      return { from, id, text, attributions };
    },
  );
}
