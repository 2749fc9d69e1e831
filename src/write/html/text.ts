/**
 * The text of the article with everything found in it. Spans nest and overlap freely, HTML elements cannot: so the text
 * is cut wherever a span begins or ends, and each piece names all spans that it lies in. Linear in text and spans.
 */

import type { Block } from './blocks.ts';
import { escaped } from './escape.ts';
import { CLASSES, type Mark, ROLE } from './marks.ts';

/** How many of the spans on one piece are named in it; real texts have fewer than ten. */
const MAX_NAMED = 24;
/**
 * A piece where a mark of one of these roles begins can be reached with the keyboard; contents have a link before them
 * instead.
 */
const REACHABLE = [ROLE.source, ROLE.cue, ROLE.medium, ROLE.person, ROLE.date, ROLE.number];

/** @param marks in any order */
export function writeText(text: string, blocks: readonly Block[], marks: readonly Mark[]): string {
  const byStart = [...marks].sort((a, b) => a.start - b.start || b.end - a.end || a.role - b.role);
  const byEnd = [...marks].sort((a, b) => a.end - b.end);
  const pieces = new Pieces();
  let html = '';
  let started = 0;
  let ended = 0;
  for (const block of blocks) {
    html += block.kind === 'heading' ? '<h2>' : '<p>';
    let at = block.start;
    while (at < block.end) {
      for (; ended < byEnd.length && byEnd[ended]!.end <= at; ended += 1) pieces.leave(byEnd[ended]!);
      for (; started < byStart.length && byStart[started]!.start <= at; started += 1) {
        if (byStart[started]!.end > at) pieces.enter(byStart[started]!);
      }
      const next = Math.min(block.end, byStart[started]?.start ?? block.end, byEnd[ended]?.end ?? block.end);
      html += pieces.write(escaped(text.slice(at, next)));
      at = next;
    }
    html += block.kind === 'heading' ? '</h2>\n' : '</p>\n';
  }
  return html;
}

/** The spans that cover the piece that is written next. */
class Pieces {
  readonly #open = new Set<Mark>();
  readonly #count = new Int32Array(CLASSES.length);
  #fresh: Mark[] = [];

  enter(mark: Mark): void {
    this.#open.add(mark);
    this.#count[mark.role]! += 1;
    this.#fresh.push(mark);
  }

  leave(mark: Mark): void {
    if (this.#open.delete(mark)) this.#count[mark.role]! -= 1;
  }

  /** @param words escaped */
  write(words: string): string {
    if (this.#open.size === 0) return words;
    const fresh = this.#fresh;
    let before = '';
    let id = '';
    let reachable = false;
    for (const { anchor, label, role } of fresh) {
      if (label !== null) before += reference(label, anchor, role);
      else if (anchor !== null && id === '') id = ` id="${anchor}"`;
      else if (anchor !== null) before += `<span id="${anchor}"></span>`;
      reachable ||= REACHABLE.includes(role);
    }
    if (fresh.length > 0) this.#fresh = [];
    return `${before}<mark${id} class="${this.#classes()}" data-m="${this.#tokens()}"${reachable ? ' tabindex="0"' : ''}>${words}</mark>`;
  }

  #classes(): string {
    let classes = this.#count[ROLE.content]! > 1 ? 'cc' : '';
    for (const [role, name] of CLASSES.entries()) {
      if (this.#count[role]! > 0) classes += classes === '' ? name : ` ${name}`;
    }
    return classes;
  }

  #tokens(): string {
    let tokens = '';
    let named = 0;
    for (const { token } of this.#open) {
      if (named === MAX_NAMED) break;
      tokens += named === 0 ? token : ` ${token}`;
      named += 1;
    }
    return tokens;
  }
}

/** The claim's number before its words: a link to its place in the list, and the place that its own links lead to. */
function reference(label: string, anchor: string | null, role: number): string {
  const id = anchor === null ? '' : ` id="${anchor}"`;
  return `<sup${id}${role === ROLE.own ? ' class="own"' : ''}><a href="#list-c${label}" aria-label="Claim ${label}">${label}</a></sup>`;
}
