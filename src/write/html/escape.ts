/** Text that is safe in HTML: what an article, a file name or a title says stays words. */

const UNSAFE = /[&<>"'\0-\b\v\f\u000e-\u001f\u007f-\u009f\ud800-\udfff]/;
const EVERY =
  /[&<>"'\0-\b\v\f\u000e-\u001f\u007f-\u009f]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/**
 * For element content and quoted attributes alike. Control characters and lone surrogates, which no HTML document may
 * hold, become U+FFFD, so that lengths do not change.
 */
export function escaped(text: string): string {
  return UNSAFE.test(text) ? text.replace(EVERY, (character) => ENTITIES[character] ?? '\ufffd') : text;
}

/** JSON for a data block: no `<`, so nothing in it can end the block or open a comment. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * A name out of an article between words of ours: isolated, so that right-to-left letters and direction marks in it
 * leave their surroundings alone.
 */
export function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

/** An address as an attribute's value, or null where it is none of the web: `javascript:` and its like are no links. */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? escaped(href) : null;
}
