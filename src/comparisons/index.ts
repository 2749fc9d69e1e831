/**
 * Figures that different voices give for the same thing, and whether they agree.
 *
 * Precision first: two numbers are compared only when they come from different sources (or a source and the article),
 * count the same noun or persons, tell of no different events, days or places, and the text ties them together.
 */
import { type Comparison, type Layers, lastStartingAt, type NumberMention, type Stage } from '../document.ts';
import { sameMatter } from './matter.ts';
import { farApart, relationOf } from './relation.ts';
import { apart, sameScene, scenes } from './scene.ts';
import { type Subject, subjectOf } from './subject.ts';
import { type Voice, voices } from './voices.ts';

type Needed = 'sentences' | 'words' | 'syntax' | 'dates' | 'numbers' | 'names' | 'attributions' | 'sources';

interface Figure {
  readonly index: number;
  readonly number: NumberMention;
  readonly subject: Subject;
  readonly voice: Exclude<Voice, undefined>;
  /** The index of its sentence. */
  readonly sentence: number;
}

/** So many sentences on an article may still speak of one event. */
const MAX_SENTENCES_OF_EVENT = 8;
/** So many, of one amount. */
const MAX_SENTENCES_OF_AMOUNT = 3;
/** A figure is compared with so many before it that measure the same. */
const MAX_FIGURES_BACK = 12;

/**
 * Compares each figure with the `MAX_FIGURES_BACK` before it that are for the same subject.
 *
 * @returns figures of different voices for one thing, sorted by the first of them; indexes into the layers `numbers` and
 *   `sources`
 */
export const findComparisons: Stage<'comparisons', Needed> = (article, layers) => {
  const sceneOf = scenes(article.text, layers);
  const told = ({ number, subject, sentence }: Figure) => ({ number, subject, sentence: layers.sentences[sentence]! });
  const seen = new Map<string, Figure[]>();
  const found: Comparison[] = [];
  for (const figure of unambiguous(figuresOf(layers))) {
    const before = seen.get(figure.subject.key) ?? [];
    for (const other of before.slice(-MAX_FIGURES_BACK)) {
      const relation =
        sameThing(other, figure) && sameScene(sceneOf(other.sentence), sceneOf(figure.sentence))
          ? relationOf(other.number, figure.number)
          : null;
      if (relation === null) continue;
      const contradicts = relation !== 'disagree' || sameMatter(article.text, layers, told(other), told(figure));
      found.push({
        numbers: [other.index, figure.index],
        relation: contradicts ? relation : 'related',
        sources: [other.voice, figure.voice],
        about: aboutBoth(other.subject, figure.subject),
      });
    }
    before.push(figure);
    seen.set(figure.subject.key, before);
  }
  return found.sort((a, b) => a.numbers[0]! - b.numbers[0]! || a.numbers[1]! - b.numbers[1]!);
};

function figuresOf(layers: Pick<Layers, Needed>): Figure[] {
  const voiceOf = voices(layers);
  const figures: Figure[] = [];
  for (const [index, number] of layers.numbers.entries()) {
    const voice = voiceOf(number);
    const sentence = lastStartingAt(layers.sentences, number.start);
    const span = layers.sentences[sentence];
    const subject = span && voice !== undefined ? subjectOf(number, span, layers) : null;
    if (!span || !subject || voice === undefined || endsRange(layers.numbers, index)) continue;
    figures.push({ index, number, subject, voice, sentence });
  }
  return figures;
}

/**
 * Leaves out what one voice gives several figures for: a table of rates by age and year is no contradiction, and which
 * of them another voice means cannot be told.
 */
function unambiguous(figures: readonly Figure[]): Figure[] {
  const nameOf = ({ subject, voice }: Figure): string => `${voice} ${subject.key} ${subject.event}`;
  const values = new Map<string, Set<string>>();
  for (const figure of figures) {
    const { min, value, max } = figure.number;
    const given = values.get(nameOf(figure)) ?? new Set();
    values.set(nameOf(figure), given.add(`${min} ${value} ${max}`));
  }
  return figures.filter((figure) => values.get(nameOf(figure))!.size === 1);
}

function sameThing(a: Figure, b: Figure): boolean {
  if (a.voice === b.voice || farApart(a.number, b.number)) return false;
  if (apart(a.subject.kinds, b.subject.kinds)) return false;
  const distance = b.sentence - a.sentence;
  // Within a sentence an article that tells two figures tells of two things.
  if (distance === 0 && (a.voice === null || b.voice === null)) return false;
  if (a.subject.loose || b.subject.loose) return distance <= 1;
  const [first, second] = [a.subject.event, b.subject.event];
  if (first !== null && second !== null) return first === second && distance <= MAX_SENTENCES_OF_EVENT;
  // What is told of one alone may be anything of the other.
  if (first !== second) return false;
  if (a.number.kind !== 'cardinal')
    return distance <= MAX_SENTENCES_OF_AMOUNT && a.subject.kinds.length === b.subject.kinds.length;
  return distance <= 1 && a.subject.about.toLowerCase() === b.subject.about.toLowerCase();
}

/** The upper end of a range, whose interval the lower end already stands for. */
function endsRange(numbers: Layers['numbers'], index: number): boolean {
  const [before, number] = [numbers[index - 1], numbers[index]!];
  return number.by === 'range' && before?.by === 'range' && before.min === number.min && before.max === number.max;
}

/** The narrower name of what both count: "protesters" rather than "people". */
function aboutBoth(a: Subject, b: Subject): string {
  return a.about === 'people' ? b.about : a.about;
}
