/** The text blocks of a page with what its markup says about each: one block of the layout a paragraph. */
import { isHidden, scanMarkup, type Tag } from '../markup.ts';

/** A paragraph, heading, list item, caption or cell line as a reader sees it. */
export interface Block {
  /** White space collapsed; a single line break inside stays one. */
  readonly text: string;
  /** The nearest block element, in lower case. */
  readonly tag: string;
  /** Counts the elements that hold blocks directly; blocks with the same number are siblings. */
  readonly parent: number;
  /** The parent's parent. */
  readonly grandparent: number;
  /** Counts the outermost `blockquote` elements; 0 for what stands in none. */
  readonly quotation: number;
  /** UTF-16 code units of `text` that stand inside links. */
  readonly linked: number;
  /** UTF-16 code units of `text` in slanted or small letters. */
  readonly slanted: number;
  /** UTF-16 code units of `text` in bold letters. */
  readonly bold: number;
  /** True where a picture or video stands between it and the block before. */
  readonly pictured: boolean;
  /** Words of the tag, class, id, role and itemprop of the nearest elements around it, in lower case. */
  readonly marks: ReadonlySet<string>;
  /** Which of the elements of `NAMED` it stands in, at any depth. */
  readonly inside: ReadonlySet<string>;
}

const BLOCK: ReadonlySet<string> = new Set(
  (
    'address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol p pre section summary table tbody tfoot thead tr ul'
  ).split(' '),
);

/** What a caption may stand under. */
const PICTURES: ReadonlySet<string> = new Set('audio embed iframe img object picture svg video'.split(' '));
const SLANTED: readonly string[] = ['em', 'i', 'small', 'cite'];
const BOLD: readonly string[] = ['b', 'strong'];

/** Elements whose text is not shown. */
const UNSEEN: ReadonlySet<string> = new Set(
  (
    'audio button canvas datalist head iframe math noembed noframes noscript object script select style svg template ' +
    'textarea title video'
  ).split(' '),
);

/** Elements whose name says what their text is for. */
const NAMED: ReadonlySet<string> = new Set(
  'article aside blockquote cite dialog figcaption figure footer form header li main menu nav table'.split(' '),
);

/** A start tag of the key ends an open element of the value before it, where the page left out the end tag. */
const ENDS: Readonly<Record<string, readonly string[]>> = {
  li: ['li', 'p'],
  dt: ['dt', 'dd', 'p'],
  dd: ['dt', 'dd', 'p'],
  tr: ['tr', 'td', 'th', 'p'],
  td: ['td', 'th', 'p'],
  th: ['td', 'th', 'p'],
  option: ['option'],
};

/** How many elements around a block count as its surroundings. */
const MAX_ANCESTORS = 4;
/** How many inline elements are looked through for the block element around them. */
const MAX_INLINE = 20;
/** Longer class attributes are generated; their first words are enough. */
const MAX_CLASS_LENGTH = 200;

interface Element {
  readonly name: string;
  readonly number: number;
  readonly marks: readonly string[];
  readonly hidden: boolean;
}

/**
 * Linear in the length of the page; elements may nest to any depth.
 *
 * @param html a page, or a part of one
 * @returns its blocks in reading order, those that a browser does not show left out
 */
export function pageBlocks(html: string): Block[] {
  const collector = new BlockCollector();
  scanMarkup(html, {
    open: (tag, closed) => collector.open(tag, closed),
    close: (name) => collector.close(name),
    text: (text) => collector.text(text),
  });
  collector.flush();
  return collector.blocks;
}

/** Collects the text of open elements into blocks. */
class BlockCollector {
  readonly blocks: Block[] = [];
  readonly #open: Element[] = [];
  readonly #names = new Map<string, number>();
  #pieces: string[] = [];
  #linked = 0;
  #slanted = 0;
  #bold = 0;
  #pictured = false;
  #breaks = 0;
  #hidden = 0;
  #elements = 0;
  #quotations = 0;

  open(tag: Tag, closed: boolean): void {
    const { name } = tag;
    if (name === 'br') {
      this.#breaks += 1;
      return;
    }
    if (PICTURES.has(name)) this.#pictured = true;
    const ends = ENDS[name] ?? (BLOCK.has(name) ? ['p'] : []);
    for (let last = this.#open.at(-1); last && ends.includes(last.name); last = this.#open.at(-1))
      this.close(last.name);
    if (BLOCK.has(name)) this.flush();
    if ((name === 'td' || name === 'th') && this.#pieces.length > 0) this.#pieces.push(' | ');
    if (closed) return;
    const hidden = UNSEEN.has(name) || isHidden(tag);
    this.#elements += 1;
    if (name === 'blockquote' && !this.#names.get(name)) this.#quotations += 1;
    this.#open.push({ name, number: this.#elements, marks: marksOf(tag), hidden });
    this.#names.set(name, (this.#names.get(name) ?? 0) + 1);
    if (hidden) this.#hidden += 1;
  }

  close(name: string): void {
    if (name === 'br' || !this.#names.get(name)) return;
    if (BLOCK.has(name)) this.flush();
    for (let last = this.#open.pop(); last; last = this.#open.pop()) {
      this.#names.set(last.name, this.#names.get(last.name)! - 1);
      if (last.hidden) this.#hidden -= 1;
      if (last.name === name) return;
    }
  }

  text(text: string): void {
    if (this.#hidden > 0) return;
    if (/\S/.test(text)) {
      if (this.#breaks > 1) this.flush();
      else if (this.#breaks === 1) this.#pieces.push('\u0000');
      this.#breaks = 0;
      const { length } = text.trim();
      if (this.#names.get('a')) this.#linked += length;
      if (SLANTED.some((name) => this.#names.get(name))) this.#slanted += length;
      if (BOLD.some((name) => this.#names.get(name))) this.#bold += length;
    }
    this.#pieces.push(text.replaceAll('\u0000', ''));
  }

  /** Ends the block under way. */
  flush(): void {
    const trimmed = this.#pieces
      .join('')
      .replace(/[ \t\r\n\f]+/g, ' ')
      .replace(/ ?\u0000 ?/g, '\n')
      .replace(/^[\s|]+/, '')
      .trimEnd();
    const text = trimmed.endsWith('|') ? trimmed.slice(0, -1).trimEnd() : trimmed;
    if (/[^\s\u200b-\u200d\u2060\ufeff]/.test(text)) {
      this.blocks.push(this.#block(text));
      this.#pictured = false;
    }
    this.#pieces = [];
    this.#linked = 0;
    this.#slanted = 0;
    this.#bold = 0;
    this.#breaks = 0;
  }

  #block(text: string): Block {
    let at = this.#open.length - 1;
    const least = Math.max(0, at - MAX_INLINE);
    while (at > least && !BLOCK.has(this.#open[at]!.name)) at -= 1;
    const quoted = (this.#names.get('blockquote') ?? 0) > 0;
    const around = this.#open.slice(Math.max(0, this.#open.length - MAX_ANCESTORS));
    return {
      text,
      tag: this.#open[at]?.name ?? 'body',
      parent: this.#open[at - 1]?.number ?? 0,
      grandparent: this.#open[at - 2]?.number ?? 0,
      linked: Math.min(this.#linked, text.length),
      slanted: Math.min(this.#slanted, text.length),
      bold: Math.min(this.#bold, text.length),
      pictured: this.#pictured,
      marks: new Set(around.flatMap(({ name, marks }) => [name, ...marks])),
      quotation: quoted ? this.#quotations : 0,
      // The footer of a quotation is no footer of the page.
      inside: new Set([...NAMED].filter((name) => this.#names.get(name) && !(quoted && name === 'footer'))),
    };
  }
}

/** `article-body__text` is `article`, `body`, `text`. */
function marksOf({ attributes }: Tag): string[] {
  const written = ['class', 'id', 'role', 'itemprop', 'data-component', 'data-testid']
    .map((name) => attributes.get(name)?.slice(0, MAX_CLASS_LENGTH) ?? '')
    .join(' ');
  if (!/\S/.test(written)) return [];
  return written
    .replace(/([a-z])(?=[A-Z])/g, '$1 ')
    .toLowerCase()
    .split(/[^a-z]+/)
    .filter((word) => word.length > 2);
}
