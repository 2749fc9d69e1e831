/**
 * News articles that were written for this project, with their attributions marked (`*.txt`): training texts of kinds and
 * forms that the corpora have too few of. The markup is the kit's (eval/articles/GUIDE.md): a line `@ ID`; the article, in
 * which `{3.cue1 said}` marks a part of attribution 3; a line `= 3 [?] 1 KIND NAME[; 2 KIND NAME]` for each, `?` where
 * editors differ.
 */
import { readdirSync, readFileSync } from 'node:fs';

type Pair = readonly [start: number, end: number];

/** A link of a chain, innermost first: who says it, with which words, of what kind and name. */
export interface WrittenLink {
  readonly source: readonly Pair[];
  readonly cue: readonly Pair[];
  readonly kind: string;
  readonly name: string;
}

export interface WrittenAttribution {
  readonly content: readonly Pair[];
  readonly chain: readonly WrittenLink[];
  readonly medium: readonly Pair[];
  readonly optional: boolean;
}

/** A written article without its marks. */
export interface WrittenArticle {
  readonly id: string;
  readonly text: string;
  readonly attributions: readonly WrittenAttribution[];
}

const MARK = /^\{(\d+)\.(content|source|cue|medium)(\d?) /;
const ATTRIBUTION = /^= (\d+) (\? )?(.*)$/;
const LINK = /^\d (\S+) (.+)$/;

/** A marked stretch of the text. */
interface Span {
  readonly key: string;
  /** Role and number of the link: "cue2", "content". */
  readonly role: string;
  readonly pair: Pair;
}

/**
 * All written articles.
 *
 * @throws Error where marks do not fit together
 */
export function writtenArticles(): WrittenArticle[] {
  const files = readdirSync(new URL('.', import.meta.url)).filter((name) => name.endsWith('.txt'));
  return files.sort().flatMap((name) => readMarked(readFileSync(new URL(name, import.meta.url), 'utf8')));
}

/**
 * The articles of one marked file.
 *
 * @throws Error where marks do not fit together
 */
export function readMarked(file: string): WrittenArticle[] {
  return file.split(/^@ /m).slice(1).map(articleOf);
}

function articleOf(block: string): WrittenArticle {
  const [id = '', ...rest] = block.split('\n');
  const lines = rest.filter((line) => line.startsWith('= '));
  const body = rest.filter((line) => !line.startsWith('= ')).join('\n');
  const { text, spans } = withoutMarks(body.trim(), id);
  const attributions = lines.map((line) => attributionOf(line, spans, id));
  return { id, text, attributions };
}

function withoutMarks(marked: string, id: string): { text: string; spans: Span[] } {
  const open: { key: string; role: string; start: number }[] = [];
  const spans: Span[] = [];
  let text = '';
  for (let at = 0; at < marked.length; at += 1) {
    const mark = marked[at] === '{' ? MARK.exec(marked.slice(at, at + 20)) : null;
    if (mark) {
      open.push({ key: mark[1]!, role: mark[2]! + mark[3]!, start: text.length });
      at += mark[0].length - 1;
    } else if (marked[at] === '}') {
      const last = open.pop();
      if (last === undefined) throw new Error(`${id}: a mark ends that did not begin, after "${text.slice(-30)}"`);
      spans.push({ key: last.key, role: last.role, pair: [last.start, text.length] });
    } else text += marked[at]!;
  }
  if (open.length > 0) throw new Error(`${id}: mark ${open[0]!.key} does not end`);
  return { text, spans: spans.sort((a, b) => a.pair[0] - b.pair[0]) };
}

function attributionOf(line: string, spans: readonly Span[], id: string): WrittenAttribution {
  const [, key = '', optional, links = ''] = ATTRIBUTION.exec(line) ?? [];
  const of = (role: string): Pair[] =>
    spans.filter((span) => span.key === key && span.role === role).map(({ pair }) => pair);
  const content = of('content');
  if (content.length === 0) throw new Error(`${id}: no content: ${line}`);
  const chain = links.split(/;\s*/).map((link, index) => {
    const [, kind, name] = LINK.exec(link.trim()) ?? [];
    if (kind === undefined || name === undefined) throw new Error(`${id}: not a link: ${line}`);
    return { source: of(`source${index + 1}`), cue: of(`cue${index + 1}`), kind, name: name.trim() };
  });
  return { content, chain, medium: of('medium'), optional: optional !== undefined };
}
