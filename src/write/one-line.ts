/** Words of an article, and of whoever named it, for a terminal: they must not move the cursor or turn the text round. */

/** What a terminal obeys, or shows nothing for: control characters, ends of lines, marks of writing direction. */
const OBEYED = '\\s\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';
const ONE = new RegExp(`[${OBEYED}]`, 'gu');
const SEVERAL = new RegExp(`[${OBEYED}]+`, 'gu');

/** On one line, each stretch of such characters as a space. */
export const oneLine = (text: string): string => text.replace(SEVERAL, ' ');

/** The same with a space for each of them, so that everything keeps its column. */
export const inColumns = (text: string): string => text.replace(ONE, ' ');

/** On one line, with what is hidden made visible: `\\u001b`. */
export const visible = (text: string): string =>
  text.replace(ONE, (character) => {
    if (character === ' ') return character;
    const escaped = JSON.stringify(character).slice(1, -1);
    return escaped === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : escaped;
  });
