/** Who does what in a claim, from the tree of its sentence; and that claims of one subject and verb are more alike for it. */
import { expect, test } from 'vitest';
import { featuresOf } from '../src/corroborate/likeness.ts';
import { Outlets } from '../src/corroborate/outlets.ts';
import { rolesOf } from '../src/corroborate/roles.ts';
import { tellArticle } from '../src/corroborate/tell.ts';
import { openArticle } from '../src/corroborate/told.ts';
import { extract } from '../src/index.ts';

const rolesIn = (text: string) => {
  const output = extract({ id: 'a', text });
  const roles = rolesOf(output);
  return output.claims.map(({ content }) => {
    const { verb, subject, object } = roles(content);
    return [verb, subject, object].map((words) => words.join(' ')).join(' | ');
  });
};

test.each<[string, string[]]>([
  ['Globex will buy the Norvik mine in March.', ['buy | globex | mine march']],
  ['The Norvik mine was bought by Globex.', ['bought | mine globex | mine']],
  ['Mayor Ines Duarte said that Globex would buy the mine.', ['buy | globex | mine']],
  ['The mine is safe.', ['safe | mine | ']],
  [
    'The mayor opened the meeting.\n\n\nThe council will sell the old mill, Ines Duarte said.',
    ['opened | mayor | meeting', 'sell | council | mill'],
  ],
])('%s', (text, expected) => {
  expect(rolesIn(text)).toEqual(expected);
});

const told = (text: string) => openArticle(tellArticle(extract({ id: text, text }), new Outlets())).claims[0]!;

test.each<[string, string, string[]]>([
  ['Globex bought the Norvik mine.', 'The Norvik mine was bought by Globex.', ['object', 'subject', 'verb']],
  ['Globex bought the Norvik mine.', 'Globex sold the Norvik mine.', ['object', 'subject']],
  ['Globex bought the Norvik mine.', 'Vandel sold the Norvik mine.', ['object']],
  ['Globex bought the Norvik mine.', 'The Norvik mine hired a man from Globex.', []],
])('%s / %s', (one, other, same) => {
  const features = featuresOf(told(one), told(other))!;
  expect(['object', 'subject', 'verb'].filter((role) => features.get(`same-${role}`) === 1)).toEqual(same);
});
