/** Where, when and to whom that happened which the figures of a sentence measure. */
import { type Layers, lastStartingAt, overlaps, type Sentence, type Span } from '../document.ts';

type Needs = Pick<Layers, 'sentences' | 'dates' | 'names' | 'sources'>;

/** What a sentence says of where, when and to whom that happened which its figures measure. */
export interface Scene {
  /** Days that it names, as TIMEX3 values. */
  readonly days: readonly string[];
  /** Places that it names, and points of the compass, in lower case. */
  readonly places: readonly string[];
  /** True where it looks back or ahead: "in the previous election". */
  readonly elsewhen: boolean;
  /** Persons and organizations that it names and that do not speak there, in lower case. */
  readonly named: readonly string[];
}

/** "in the north"; "10 miles north of" tells a distance. */
const COMPASS = /\b(?:north|south|east|west)(?:ern)?\b(?! of\b)/gi;
/** Before a place where something happened, and not one that a source belongs to. */
const LOCATED = /\b(?:in|at|near|outside|across|around|off|over|of|to|for|from|tour)[ \n](?:the )?$/;
const BEFORE_OR_AFTER = 'previous|prior|earlier|last|next|preceding|following';
const OCCASIONS =
  'year|month|week|election|season|term|decade|quarter|survey|poll|census|vote|strike|quake|storm|budget|time';
const ELSEWHEN = new RegExp(
  String.raw`\b(?:(?:${BEFORE_OR_AFTER}) (?:${OCCASIONS})|a year (?:ago|earlier|before))\b`,
  'i',
);

/** A function that tells the scene of a sentence. Few figures have another to be compared with, so it is made when asked for. */
export function scenes(text: string, layers: Needs): (sentence: number) => Scene {
  const known = new Map<number, Scene>();
  let spoken: ReadonlySet<number> | undefined;
  return (sentence) => {
    const made = known.get(sentence);
    if (made) return made;
    spoken ??= spokenStarts(layers);
    const scene = sceneOf(text, layers, layers.sentences[sentence]!, spoken);
    known.set(sentence, scene);
    return scene;
  };
}

function sceneOf(text: string, layers: Needs, span: Sentence, spoken: ReadonlySet<number>): Scene {
  const told = text.slice(span.start, span.end);
  const lowerOf = ({ start, end }: Span): string => text.slice(start, end).toLowerCase();
  const days = within(layers.dates, span).filter(({ type }) => type === 'DATE');
  const names = within(layers.names, span);
  const places = names.filter(
    ({ kind, start }) => kind === 'place' && LOCATED.test(text.slice(Math.max(span.start, start - 12), start)),
  );
  const persons = names.filter(
    ({ kind, start }) => (kind === 'person' || kind === 'organization') && !spoken.has(start),
  );
  return {
    days: days.map(({ value }) => value).filter((value) => /^(?:\d{4}|XXXX-)/.test(value)),
    places: [...places.map(lowerOf), ...(told.match(COMPASS) ?? []).map((word) => word.toLowerCase())],
    elsewhen: ELSEWHEN.test(told),
    named: persons.map(lowerOf),
  };
}

function within<Item extends Span>(items: readonly Item[], span: Sentence): Item[] {
  const inside: Item[] = [];
  for (let at = lastStartingAt(items, span.start - 1) + 1; at < items.length && overlaps(items[at]!, span); at += 1)
    inside.push(items[at]!);
  return inside;
}

/** Whether two figures can tell of one event: no other time word, and no names, days or places that exclude each other. */
export function sameScene(a: Scene, b: Scene): boolean {
  if (a.elsewhen !== b.elsewhen) return false;
  return !apart(a.named, b.named) && !apart(a.days, b.days) && !apart(a.places, b.places);
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

/** True where both name something and nothing is common to them. */
export function apart(a: readonly string[], b: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some((item) => b.includes(item));
}
