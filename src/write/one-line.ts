/**
 * Makes text out of articles and file names safe for a terminal: it must not move the cursor or change the writing
 * direction.
 */

/** Characters that a terminal obeys, or does not show: control characters, line ends, marks of writing direction. */
const OBEYED = '\\s\\p{Cc}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069';
const ONE = new RegExp(`[${OBEYED}]`, 'gu');
const SEVERAL = new RegExp(`[${OBEYED}]+`, 'gu');

/** The text on one line, each run of such characters replaced by a space. */
export const oneLine = (text: string): string => text.replace(SEVERAL, ' ');

/** The text on one line, each such character replaced by a space, so that everything keeps its column. */
export const inColumns = (text: string): string => text.replace(ONE, ' ');

/** The text on one line, with hidden characters made visible: `\\u001b`. */
export const visible = (text: string): string =>
  text.replace(ONE, (character) => {
    if (character === ' ') return character;
    const escaped = JSON.stringify(character).slice(1, -1);
    return escaped === character ? `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}` : escaped;
  });
