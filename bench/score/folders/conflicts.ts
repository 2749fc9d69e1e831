/** Planted pairs of articles: a hundred that contradict each other, three hundred that only look so. */
import { SCENES, type Scene } from './conflict-scenes.ts';

export interface PlantedPair {
  readonly id: string;
  readonly texts: readonly [string, string];
  readonly published: readonly [string, string];
  readonly contradicts: boolean;
}

type Told = readonly [kind: string, first: string, second: string, later?: true];

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
const feet = (metres: number): number => Math.round(metres * 3.2808);

/** Five that cannot both be right. */
function conflicts(scene: Scene): Told[] {
  const { body, person, noun, happened, count, other, holds, fails, measured, metres } = scene;
  const [before, turning, without, after] = scene.quotation;
  return [
    [
      'figures',
      `${capital(body)} said that ${count} ${noun} ${happened}.`,
      `According to ${body}, ${other} ${noun} ${happened}.`,
    ],
    ['polarity', `${capital(holds)}, ${body} said.`, `${person} said that ${fails}.`],
    ['denied', `${capital(body)} said that ${holds}.`, `${person} denied that ${holds}.`],
    ['altered', `“${before} ${turning} ${after},” ${person} said.`, `“${before} ${without} ${after},” said ${person}.`],
    [
      'units',
      `${measured} is ${metres} metres long, ${body} said.`,
      `${measured} is ${feet(metres) * 2} feet long, according to ${body}.`,
    ],
  ];
}

/** Fifteen that can. */
function nearMisses(scene: Scene): Told[] {
  const { body, person, noun, happened, count, other, holds, fails, measured, metres } = scene;
  const [before, turning, , after] = scene.quotation;
  const said = `${before} ${turning} ${after}`;
  const words = after.split(' ');
  const counted = (words: string) => `${capital(body)} said that ${words} ${noun} ${happened}.`;
  return [
    ['same', counted(String(count)), `According to ${body}, ${count} ${noun} ${happened}.`],
    ['at-least', counted(String(count)), counted(`at least ${count - 1}`)],
    ['more-than', counted(`more than ${count - 2}`), counted(String(count))],
    [
      'converted',
      `${measured} is ${metres} metres long, ${body} said.`,
      `${measured} is ${feet(metres)} feet long, ${person} said.`,
    ],
    [
      'some-of',
      counted(String(count)),
      `${capital(body)} said that ${Math.ceil(count / 3)} of the ${count} ${noun} ${happened} within an hour.`,
    ],
    ['up-to', counted(String(count)), counted(`up to ${other}`)],
    ['updated', counted(String(count)), counted(String(other)), true],
    [
      'another-day',
      `On Monday ${count} ${noun} ${happened}, ${body} said.`,
      `On Friday ${other} ${noun} ${happened}, ${body} said.`,
    ],
    [
      'another-thing',
      counted(String(count)),
      `${capital(body)} said that ${other} reports had come in about what ${happened.replace(/^were /, 'was ')}.`,
    ],
    [
      'relative-not',
      `${capital(holds)}, ${body} said.`,
      `${person}, who did not answer further questions, said that ${holds}.`,
    ],
    ['second-not', `${capital(body)} said that ${holds}.`, `${person} said that ${holds}. It was not the first time.`],
    ['both-deny', `${capital(body)} said that ${fails}.`, `${person} denied that ${holds}.`],
    ['cut', `“${said},” ${person} said.`, `“${before} ${turning} ${words.slice(0, -2).join(' ')},” said ${person}.`],
    ['bracket', `“${said},” ${person} said.`, `“[${before}] ${turning} ${after},” said ${person}.`],
    [
      'elided',
      `“${said}, and that is all I know for the moment,” ${person} said.`,
      `“${said} … for the moment,” said ${person}.`,
    ],
  ];
}

/** @returns 400 pairs, in an order that is the same in every run */
export function plantConflicts(): PlantedPair[] {
  return SCENES.flatMap((scene) =>
    [
      ...conflicts(scene).map((told) => ({ told, contradicts: true })),
      ...nearMisses(scene).map((told) => ({ told, contradicts: false })),
    ].map(
      ({ told: [kind, first, second, later], contradicts }): PlantedPair => ({
        id: `${scene.name}/${kind}`,
        texts: [`${scene.leads[0]}\n\n${first}\n`, `${scene.leads[1]}\n\n${second}\n`],
        published: ['2024-03-07', later ? '2024-03-09' : '2024-03-07'],
        contradicts,
      }),
    ),
  );
}
