/**
 * Planted copies: 30 wire stories, each with what nine papers made of it, so that the right level is known.
 */
import { STORIES, type WireStory } from './wire-stories.ts';

export type Level = 'copy' | 'partly' | 'own';

export interface PlantedCopy {
  readonly id: string;
  readonly wire: string;
  readonly paper: string;
  readonly level: Level;
}

type Pieces = readonly string[];

/** Words that a subeditor changes without thinking; the first becomes the second. */
const REWORDED: readonly (readonly [RegExp, string])[] = [
  [/\bsaid that\b/g, 'stated that'],
  [/\bAbout\b/g, 'Roughly'],
  [/\babout\b/g, 'roughly'],
  [/\bAround\b/g, 'Some'],
  [/\bwill be\b/g, 'are going to be'],
  [/\bwill\b/g, 'is going to'],
  [/\bafter\b/g, 'once'],
  [/\bbecause\b/g, 'since'],
  [/\bpeople\b/g, 'persons'],
  [/\bmore than\b/gi, 'over'],
  [/\bmost of them\b/g, 'the majority'],
  [/\bclosed\b/g, 'shut'],
  [/\bshut until\b/g, 'closed until'],
  [/\bbefore\b/g, 'ahead of the moment when'],
  [/\bhad been\b/g, 'was'],
  [/\balthough\b/g, 'even though'],
  [/\bwithout\b/g, 'with no'],
  [/\bannounced\b/g, 'made known'],
  [/\bpromised\b/g, 'pledged'],
  [/\bnew\b/g, 'brand-new'],
  [/\bquickly\b/g, 'fast'],
  [/\basked for\b/g, 'requested'],
  [/\bwarned\b/g, 'cautioned'],
];

const fill = (text: string, setting: readonly string[]): string =>
  text.replace(/\{(\d)\}/g, (_, slot: string) => setting[Number(slot)]!);
const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const text = (pieces: Pieces): string => `${pieces.map(sentence).join('\n\n')}\n`;
const every = (pieces: Pieces, step: number, from = 0): string[] => pieces.filter((_, at) => at % step === from);

/** @returns the wire story and its papers, in an order that is the same in every run */
export function plantCopies(): PlantedCopy[] {
  return STORIES.flatMap((story) => story.settings.flatMap((setting, at) => papers(story, setting, at)));
}

function papers({ name, facts, quotations }: WireStory, setting: readonly string[], at: number): PlantedCopy[] {
  const wireFacts = facts.map(([wire]) => fill(wire, setting));
  const ownFacts = facts.map(([, own]) => fill(own, setting));
  const said = (way: 1 | 2) => quotations.map((row) => `“${row[0]},” ${fill(row[way], setting)}.`);
  const [wireSaid, ownSaid] = [said(1), said(2)];
  const wire = [...wireFacts.slice(0, 3), wireSaid[0]!, ...wireFacts.slice(3, 6), wireSaid[1]!, ...wireFacts.slice(6)];
  const own = [...ownFacts.slice(0, 2), ownSaid[0]!, ...ownFacts.slice(2, 7), ownSaid[1]!, ...ownFacts.slice(7)];
  const reworded = wire.map((piece) =>
    piece.startsWith('“') ? piece : REWORDED.reduce((now, [from, to]) => now.replace(from, to), piece),
  );
  const shift = 2 + at;
  const made: readonly (readonly [string, Level, Pieces])[] = [
    ['cut', 'copy', wire.slice(0, 6)],
    ['led', 'copy', [ownFacts[0]!, ...wire.slice(1)]],
    ['moved', 'copy', [...wire.slice(shift), ...wire.slice(0, shift)]],
    ['reworded', 'copy', reworded],
    ['turned', 'copy', [ownFacts[0]!, ...reworded.slice(shift, 8), ...reworded.slice(1, shift)]],
    ['half', 'partly', [...ownFacts.slice(0, 4), ownSaid[0]!, ...wireFacts.slice(4, 7)]],
    ['borrowed', 'partly', [...own.slice(0, 5), wireFacts[5]!, ...own.slice(6), wireFacts[7]!]],
    ['own', 'own', own],
    ['brief', 'own', [...every(ownFacts, 2), ...ownSaid]],
  ];
  return made.map(([kind, level, pieces]) => ({
    id: `${name}-${at + 1}/${kind}`,
    wire: text(wire),
    paper: text(pieces),
    level,
  }));
}
