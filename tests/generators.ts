/** Texts that grow without end: what a stage takes for a text must grow with its length, whatever the text repeats. */

/** A text of about so many UTF-16 code units. */
export type Generator = (length: number) => string;

const repeat =
  (piece: string): Generator =>
  (length) =>
    piece.repeat(Math.max(1, Math.round(length / piece.length)));

/** Pieces numbered, so that no two are the same. */
const numbered =
  (piece: (index: number) => string): Generator =>
  (length) => {
    let text = '';
    for (let index = 1; text.length < length; index += 1) text += piece(index);
    return text;
  };

const opened =
  (open: string, middle: string, close: string): Generator =>
  (length) => {
    const times = Math.max(1, Math.round((length - middle.length) / (open.length + close.length)));
    return `${open.repeat(times)}${middle}${close.repeat(times)}`;
  };

/** A word that stands for a number: "aa", "ab" and so on. */
const word = (index: number): string => {
  let letters = '';
  for (let rest = index; rest > 0; rest = Math.floor(rest / 26)) letters += String.fromCharCode(97 + (rest % 26));
  return `q${letters}`;
};
const name = (index: number): string => {
  const letters = word(index);
  return letters[0]!.toUpperCase() + letters.slice(1);
};

/** Plain news of that length, which all others are held against. */
export const NEWS: Generator = numbered(
  (index) =>
    `The dam above ${name(index % 40)} is safe, the mayor, Anna ${name(index % 7)}, said on Monday. Some ${300 + index} people had left ` +
    `their homes on May ${1 + (index % 28)}, according to the police.\n\n“We do not know when they can go back,” she told reporters.\n\n`,
);

export const HOSTILE: Readonly<Record<string, Generator>> = {
  said: repeat('said '),
  'he said, one a line': repeat('he said\n'),
  'according to': repeat('according to '),
  'according to names': repeat('according to Weber '),
  'said that': repeat('he said that she said that '),
  'and said': repeat('and said and told and asked '),
  'quotation and speaker in one paragraph': repeat('“We go,” he said. '),
  'speaker and quotation in one paragraph': repeat('He said: “We go.” '),
  'speaker and quotation a line': repeat('He said: “We go.”\n'),
  'quotations alone in one paragraph': repeat('“We go.” '),
  'quotations that go on, paragraph by paragraph': repeat('“We go, he said.\n\n'),
  'quotations that nobody closes': repeat('“We go, he said. '),
  'straight quotation marks': repeat('"We go," he said. "'),
  'single quotation marks': repeat("'We go,' he said. 'tis 'em "),
  'nested quotations': opened('“He said ‘she said ', 'no', '’”'),
  'opening marks': repeat('“'),
  apostrophes: repeat("'"),
  dates: repeat('On 16 October 2016, '),
  'dates without an end': repeat('March 11, 2011 brought May 5 to '),
  'vague times': repeat('last week this year earlier the same day two years ago '),
  'figures with units': repeat('$1.25 million, 99 days, 3,000 km and 12 percent of '),
  digits: repeat('1'),
  'digits with spaces': repeat('12 '),
  'digits with stops and commas': repeat('1,2.3,4.'),
  'number words': repeat('one hundred and twenty-two thousand '),
  initials: repeat('A. B. C. '),
  'dotted letters': repeat('a.b.c.'),
  capitals: repeat('MINSK '),
  'capitals and spaces': repeat('PARIS          '),
  'names in a row': numbered((index) => `${name(index)} ${name(index * 7)} `),
  'persons who speak': numbered((index) => `Anna ${name(index)} said it rained. She left. `),
  'persons of one surname': numbered((index) => `${name(index)} Weber said Weber knew Weber. `),
  'titles in a row': repeat('President Prime Minister Dr. Mr. '),
  'aliases in brackets': numbered((index) => `the ${name(index)} Water Board (${name(index).toUpperCase()}) said so. `),
  'pronouns in a row': repeat('he she they it '),
  dashes: repeat('-'),
  'dashes and spaces': repeat('- – — '),
  spaces: (length) => `PARIS${' '.repeat(length)}he said it rained.`,
  'line breaks': (length) => `Paris${'\n'.repeat(length)}He said it rained.`,
  'tabs in lines': repeat('a\t\t\tb\n'),
  marks: repeat('.?!,;: '),
  stops: repeat('. '),
  'question marks': repeat('?! '),
  brackets: opened('(', 'he said', ')'),
  'opening brackets': repeat('(['),
  'one word': repeat('a'),
  'one word of capitals': repeat('A'),
  'one word with hyphens': repeat('well-'),
  'one sentence without a stop': repeat('the mayor of the town and the people of the land '),
  'different words without a stop': numbered((index) => `${word(index)} `),
  'commas and clauses': repeat('which he said, who it was, that she knew, '),
  'a list of items': numbered((index) => `${index}. The ${word(index)} is safe.\n`),
  'bullets in one line': repeat('• The dam is safe '),
  'a table of figures': numbered((index) => `${word(index)}\t${index}\t${index * 3}.5%\t$${index}m\n`),
  'a table with pipes': numbered((index) => `| ${word(index)} | ${index} | 2020-09-13 |\n`),
  'a transcript': numbered((index) => `${name(index % 3).toUpperCase()}: It rained in ${word(index)}.\n`),
  headings: numbered((index) => `Rain In ${name(index)}\n`),
  addresses: repeat('see www.example.org/a?b=c&d=e and a.b@example.org '),
  'one address': (length) => `http://example.org/${'a/'.repeat(length / 2)}`,
  'letters with marks above': repeat('e\u0301\u0308\u0323'),
  emoji: repeat('👩‍👩‍👧 '),
  'halves of pairs': repeat('\ud83d'),
  'zero-width characters': repeat('\u200b\u2060'),
  'agency lines': repeat('LONDON, Aug 12 (Reuters) - '),
  'people counted by two': numbered(
    (index) => `Police said ${index} people had died. Officials said ${index + 1} people had died. `,
  ),
  'comparisons of one figure': repeat('Police said 12 people had died, the mayor said 14 people had died. '),
  'passed on and on': repeat('Tass reported, citing Interfax, citing RIA, quoting '),
  'if and because': repeat('if it rained because he said when they asked '),
  'relative clauses': repeat('the man who saw the woman who knew '),
};
