/** Escapes text for HTML: whatever an article, a file name or a title holds stays text. */

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

/** JSON for a data block of a page, without `<`, so that nothing in it can end the block or open a comment. */
export function dataBlock(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}

/**
 * A name out of an article, isolated from our words around it, so that right-to-left letters and direction marks in it
 * do not reorder them.
 */
export function isolated(text: string): string {
  return `<bdi>${escaped(text)}</bdi>`;
}

/**
 * An address as the value of an attribute, or null where it is no address of the web: `javascript:` and the like are no
 * links.
 */
export function webAddress(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'https:' || protocol === 'http:' ? escaped(href) : null;
}
