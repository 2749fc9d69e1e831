/** HTML inside Markdown: what of it nobody sees. */
import { isHidden, scanMarkup } from './markup.ts';

/** Elements whose content is not shown; a page may hold others too, but then no prose stands in them. */
const UNSEEN: ReadonlySet<string> = new Set(['script', 'style', 'template']);
/** Elements that have no content. */
const VOID = /^(?:area|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/;

/** Code shows its tags; a paragraph ends it. */
const CODE = /(?<!`)(`{1,3})(?!`)(?:[^`\n]|\n(?![ \t]*\n))*\1(?!`)/g;
const TAG = /<(\/?)([a-z][a-z0-9-]{0,40})(?:[\s/][^<>]*)?>/gi;

interface Range {
  readonly start: number;
  readonly end: number;
}

/** Without comments; one that nothing closes stays. */
export function withoutComments(text: string): string {
  const comments: Range[] = [];
  for (let open = text.indexOf('<!--'); open >= 0; open = text.indexOf('<!--', comments.at(-1)!.end)) {
    const close = text.indexOf('-->', open + 4);
    if (close < 0) break;
    comments.push({ start: open, end: close + 3 });
  }
  return without(text, comments);
}

/** Without elements that are hidden or never seen; one that nothing closes stays. Linear. */
export function withoutUnseen(text: string): string {
  if (!text.includes('</')) return text;
  const code = [...text.matchAll(CODE)].map(({ 0: span, index }) => ({ start: index, end: index + span.length }));
  const open = new Map<string, { readonly start: number; readonly unseen: boolean }[]>();
  const hidden: Range[] = [];
  let next = 0;
  for (const { 0: tag, 1: slash, 2: written, index } of text.matchAll(TAG)) {
    while (next < code.length && code[next]!.end <= index) next += 1;
    const name = written!.toLowerCase();
    if ((code[next]?.start ?? Infinity) <= index || VOID.test(name)) continue;
    const stack = open.get(name) ?? [];
    open.set(name, stack);
    if (slash === '') stack.push({ start: index, unseen: UNSEEN.has(name) || saysHidden(tag) });
    else {
      const opened = stack.pop();
      if (opened?.unseen) hidden.push({ start: opened.start, end: index + tag.length });
    }
  }
  return without(
    text,
    hidden.sort((a, b) => a.start - b.start),
  );
}

function saysHidden(tag: string): boolean {
  if (!/hidden|display/i.test(tag)) return false;
  let hidden = false;
  scanMarkup(tag, { open: (each) => (hidden ||= isHidden(each)), close: () => {}, text: () => {} });
  return hidden;
}

/** @param ranges sorted by start; they may lie in each other */
function without(text: string, ranges: readonly Range[]): string {
  let kept = '';
  let from = 0;
  for (const { start, end } of ranges) {
    if (start > from) kept += text.slice(from, start);
    from = Math.max(from, end);
  }
  return kept + text.slice(from);
}
