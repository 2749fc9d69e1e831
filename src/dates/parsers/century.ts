import { dateParser } from '../parser.ts';
import { calendar } from '../reading.ts';
import { YEAR_WORD } from '../triggers.ts';
import { ORDINAL, readOrdinal } from '../vocabulary.ts';

const THE_EARLY = '(?:the\\s+)?(?:(?:late|early|mid)(?:dle)?(?:\\s+|-))?';

export const century = dateParser({
  name: 'century',
  reads: 'the 20th century  |  nineteenth-century',
  triggers: YEAR_WORD,
  pattern: new RegExp(`${THE_EARLY}(?<ordinal>${ORDINAL})(?:\\s+|-)century(?:\\s(?<era>BCE?|B\\.C\\.))?(?!\\w)`, 'i'),
  read(match) {
    const value = readOrdinal(match.groups!.ordinal!) - 1;
    if (value < 0 || value > 30) return null;
    return calendar(match.groups!.era ? { bc: true, century: value } : { century: value });
  },
  examples: [
    'In {date=19 the 20th century} it grew.',
    'a {date=18 nineteenth-century} house',
    'It stood in {date=BC03 the 4th century BC}.',
  ],
  not: ['It happens in the 99th century.'],
});
