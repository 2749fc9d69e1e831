/**
 * Figures that different voices give for the same thing, and whether they agree.
 *
 * Precision first: two numbers are compared only when they come from different sources (or a source and the article),
 * count the same noun or persons, tell of no different events, days or places, and the text ties them together.
 */
import {
  type Comparison,
  type Layers,
  lastStartingAt,
  type NumberMention,
  overlaps,
  type Sentence,
  type Span,
  type Stage,
} from '../document.ts';
import { farApart, relationOf } from './relation.ts';
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
  /** Days that its sentence names, as TIMEX3 values. */
  readonly days: readonly string[];
  /** Places that its sentence names, and points of the compass, in lower case. */
  readonly places: readonly string[];
  /** True where its sentence looks back or ahead: "in the previous election". */
  readonly elsewhen: boolean;
  /** Persons and organizations that its sentence names and that do not speak there, in lower case. */
  readonly named: readonly string[];
}

/** How many sentences on an article still speaks of one event, and of one amount. */
const SAME_EVENT = 8;
const SAME_TOPIC = 3;
/** A figure is compared with so many before it that measure the same. */
const BACK = 12;

/** "in the north"; "10 miles north of" tells a distance. */
const COMPASS = /\b(?:north|south|east|west)(?:ern)?\b(?! of\b)/gi;
/** Before a place where something happened, and not one that a source belongs to. */
const LOCATED = /\b(?:in|at|near|outside|across|around|off|over|of|to|for|from|tour)[ \n](?:the )?$/;
const ELSEWHEN =
  /\b(?:(?:previous|prior|earlier|last|next|preceding|following) (?:year|month|week|election|season|term|decade|quarter|survey|poll|census|vote|strike|quake|storm|budget|time)|a year (?:ago|earlier|before))\b/i;

export const findComparisons: Stage<'comparisons', Needed> = (article, layers) => {
  const seen = new Map<string, Figure[]>();
  const found: Comparison[] = [];
  for (const figure of unambiguous(figuresOf(article.text, layers))) {
    const before = seen.get(figure.subject.key) ?? [];
    for (const other of before.slice(-BACK)) {
      const relation = sameThing(other, figure) ? relationOf(other.number, figure.number) : null;
      if (relation === null) continue;
      found.push({
        numbers: [other.index, figure.index],
        relation,
        sources: [other.voice, figure.voice],
        about: aboutBoth(other.subject, figure.subject),
      });
    }
    before.push(figure);
    seen.set(figure.subject.key, before);
  }
  return found.sort((a, b) => a.numbers[0]! - b.numbers[0]! || a.numbers[1]! - b.numbers[1]!);
};

function figuresOf(text: string, layers: Pick<Layers, Needed>): Figure[] {
  const voiceOf = voices(layers);
  const spoken = spokenStarts(layers);
  return layers.numbers.flatMap((number, index): Figure[] => {
    const voice = voiceOf(number);
    const sentence = lastStartingAt(layers.sentences, number.start);
    const span = layers.sentences[sentence];
    const subject = span ? subjectOf(number, span, layers) : null;
    if (!span || !subject || voice === undefined || endsRange(layers.numbers, index)) return [];
    const told = text.slice(span.start, span.end);
    const days = within(layers.dates, span).filter(({ type }) => type === 'DATE');
    const places = within(layers.names, span).filter(
      ({ kind, start }) => kind === 'place' && LOCATED.test(text.slice(Math.max(span.start, start - 12), start)),
    );
    return [
      {
        ...{ index, number, subject, voice, sentence },
        days: days.map(({ value }) => value).filter((value) => /^(?:\d{4}|XXXX-)/.test(value)),
        places: [
          ...places.map(({ start, end }) => text.slice(start, end).toLowerCase()),
          ...(told.match(COMPASS) ?? []).map((word) => word.toLowerCase()),
        ],
        elsewhen: ELSEWHEN.test(told),
        named: within(layers.names, span)
          .filter((name) => (name.kind === 'person' || name.kind === 'organization') && !spoken.has(name.start))
          .map(({ start, end }) => text.slice(start, end).toLowerCase()),
      },
    ];
  });
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

function within<Item extends Span>(items: readonly Item[], span: Sentence): Item[] {
  const inside: Item[] = [];
  for (let at = lastStartingAt(items, span.start - 1) + 1; at < items.length && overlaps(items[at]!, span); at += 1)
    inside.push(items[at]!);
  return inside;
}

function sameThing(a: Figure, b: Figure): boolean {
  if (a.voice === b.voice || farApart(a.number, b.number)) return false;
  if (a.elsewhen !== b.elsewhen) return false;
  if (apart(a.named, b.named)) return false;
  if (apart(a.days, b.days) || apart(a.places, b.places) || apart(a.subject.kinds, b.subject.kinds)) return false;
  const distance = b.sentence - a.sentence;
  // Within a sentence an article that tells two figures tells of two things.
  if (distance === 0 && (a.voice === null || b.voice === null)) return false;
  if (a.subject.loose || b.subject.loose) return distance <= 1;
  const [first, second] = [a.subject.event, b.subject.event];
  if (first !== null && second !== null) return first === second && distance <= SAME_EVENT;
  // What is told of one alone may be anything of the other.
  if (first !== second) return false;
  if (a.number.kind !== 'cardinal') return distance <= SAME_TOPIC && a.subject.kinds.length === b.subject.kinds.length;
  return distance <= 1 && a.subject.about.toLowerCase() === b.subject.about.toLowerCase();
}

/** Where names stand that are part of a source. */
function spokenStarts({ names, sources }: Pick<Layers, 'names' | 'sources'>): ReadonlySet<number> {
  const starts = new Set<number>();
  for (const { mentions } of sources) {
    for (const mention of mentions) {
      for (
        let at = lastStartingAt(names, mention.start - 1) + 1;
        at < names.length && names[at]!.start < mention.end;
        at += 1
      )
        starts.add(names[at]!.start);
    }
  }
  return starts;
}

/** The upper end of a range, whose interval the lower end already stands for. */
function endsRange(numbers: Layers['numbers'], index: number): boolean {
  const [before, number] = [numbers[index - 1], numbers[index]!];
  return number.by === 'range' && before?.by === 'range' && before.min === number.min && before.max === number.max;
}

/** True where both name something and nothing is common to them. */
function apart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((item) => b.includes(item));
}

/** The narrower name of what both count: "protesters" rather than "people". */
function aboutBoth(a: Subject, b: Subject): string {
  return a.about === 'people' ? b.about : a.about;
}
