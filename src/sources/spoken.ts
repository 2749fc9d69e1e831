/** The people of an article once it is known whom sources mean: pronouns and roles that speak go to their speaker. */
import { byPosition, type Layers, type Person, type PersonMention, spanKey } from '../document.ts';

/** Moves mentions that are sources to the person whom the layer `sources` gives them, and takes those left open away. */
export function withSpeakers({ people, sources }: Pick<Layers, 'people' | 'sources'>): readonly Person[] {
  const speaker = new Map<number, { readonly person: number | null; readonly mention: PersonMention }>();
  for (const { person, mentions } of sources) {
    for (const { start, end, how } of mentions) {
      if (how !== 'pronoun' && how !== 'role') continue;
      const kind = how === 'pronoun' ? 'pronoun' : 'description';
      speaker.set(spanKey({ start, end }), { person, mention: { start, end, kind } });
    }
  }
  const gained = new Map<number, PersonMention[]>();
  for (const { person, mention } of speaker.values()) {
    if (person !== null) gained.set(person, [...(gained.get(person) ?? []), mention]);
  }
  return people.map((person, index) => {
    const kept = person.mentions.filter((mention) => mention.kind === 'name' || !speaker.has(spanKey(mention)));
    const more = gained.get(index) ?? [];
    if (more.length === 0 && kept.length === person.mentions.length) return person;
    return { ...person, mentions: [...kept, ...more].sort(byPosition) };
  });
}
