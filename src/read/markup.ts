/** The tags and texts of a page in one pass. No tree is built, so no page can be nested too deep. */
import { type QuoteType, Tokenizer } from 'htmlparser2';

export interface Tag {
  /** In lower case. */
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Listener {
  /** @param closed true for `<tag/>` */
  open(tag: Tag, closed: boolean): void;
  close(name: string): void;
  /** Character references are resolved; one text may come in several pieces. */
  text(text: string): void;
}

/** Elements that never have content, and so no end tag. */
const VOID: ReadonlySet<string> = new Set(
  'area base br col embed hr img input link meta param source track wbr'.split(' '),
);

/** Reads HTML once and calls the listener for each tag and text, entities decoded. Linear. */
export function scanMarkup(html: string, listener: Listener): void {
  let name = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  let value = '';
  const opened = (closed: boolean) => listener.open({ name, attributes }, closed || VOID.has(name));
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = html.slice(start, end).toLowerCase();
        attributes = new Map();
      },
      onopentagend: () => opened(false),
      onselfclosingtag: () => opened(true),
      onclosetag: (start, end) => listener.close(html.slice(start, end).toLowerCase()),
      onattribname(start, end) {
        attribute = html.slice(start, end).toLowerCase();
        value = '';
      },
      onattribdata(start, end) {
        value += html.slice(start, end);
      },
      onattribentity(code) {
        value += String.fromCodePoint(code);
      },
      onattribend(_quote: QuoteType) {
        if (!attributes.has(attribute)) attributes.set(attribute, value);
      },
      ontext: (start, end) => listener.text(html.slice(start, end)),
      ontextentity: (code) => listener.text(String.fromCodePoint(code)),
      oncdata: () => {},
      oncomment: () => {},
      ondeclaration: () => {},
      onprocessinginstruction: () => {},
      onend: () => {},
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** Whether an element says itself that nobody sees its text. */
export function isHidden({ attributes }: Tag): boolean {
  return (
    attributes.has('hidden') ||
    attributes.get('aria-hidden') === 'true' ||
    /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i.test(attributes.get('style') ?? '')
  );
}
