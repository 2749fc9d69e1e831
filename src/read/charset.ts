/** Charsets other than UTF-8 and UTF-16; the tables are loaded only where one is met. */

/** Labels that browsers, and so the authors of pages, use for a larger set (WHATWG Encoding Standard, 4.2). */
const LARGER: Readonly<Record<string, string>> = {
  'us-ascii': 'windows-1252',
  ascii: 'windows-1252',
  latin1: 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso-8859-9': 'windows-1254',
  'iso-8859-11': 'windows-874',
  gb2312: 'gb18030',
  gbk: 'gb18030',
};

/** The usual charset of English text that is not UTF-8; a detector that is less sure than this does not override it. */
const USUAL = 'windows-1252';
const MIN_CONFIDENCE = 40;

/**
 * The detector takes 1.7 ms for an article, and more for longer ones; so it sees this many bytes around the first one
 * that is not UTF-8.
 */
const SAMPLE_BYTES = 32 * 1024;

/**
 * The bytes in a declared charset. TextDecoder is not used for it: that of Node 20 reads windows-1252 as ISO-8859-1, so
 * that 0x92 becomes a control character.
 *
 * @returns null for UTF-8, for which the bytes were found wrong before, and for names that nobody knows
 */
export async function decodeAs(bytes: Uint8Array, label: string): Promise<string | null> {
  const name = label.trim().toLowerCase();
  if (/^utf-?(?:8|16)(?!\d)/.test(name)) return null;
  const { default: iconv } = await import('iconv-lite');
  const charset = LARGER[name] ?? name;
  return iconv.encodingExists(charset) ? iconv.decode(bytes as Buffer, charset) : null;
}

/**
 * The charset that the bytes look most like.
 *
 * @param at the first byte that is not UTF-8
 * @returns a name that `decodeAs` knows
 */
export async function guessCharset(bytes: Uint8Array, at: number): Promise<string> {
  const { default: chardet } = await import('chardet');
  const from = Math.max(0, Math.min(at - SAMPLE_BYTES / 2, bytes.length - SAMPLE_BYTES));
  const [best] = chardet.analyse(bytes.subarray(from, from + SAMPLE_BYTES));
  if (!best || best.confidence < MIN_CONFIDENCE) return USUAL;
  const name = best.name.toLowerCase();
  const charset = LARGER[name] ?? name;
  const { default: iconv } = await import('iconv-lite');
  return iconv.encodingExists(charset) && !charset.startsWith('utf-') ? charset : USUAL;
}
