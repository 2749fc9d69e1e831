/** Who does what in a claim, from its tree; and that claims of one subject and verb are more alike for it. */
import { expect, test } from 'vitest';
import { featuresOf } from '../src/corroborate/likeness.ts';
import { Outlets } from '../src/corroborate/outlets.ts';
import { rolesIn } from '../src/corroborate/roles.ts';
import { tellArticle } from '../src/corroborate/tell.ts';
import { openArticle } from '../src/corroborate/told.ts';
import { stemsIn } from '../src/corroborate/words.ts';
import { extract } from '../src/index.ts';

const claimsOf = (text: string) => openArticle(tellArticle(extract({ id: text, text }), new Outlets())).claims;

const rolesOf = (text: string) =>
  claimsOf(text).map((claim) => {
    const { verb, subject, object } = rolesIn(claim);
    return [verb, subject, object];
  });

const hashes = (words: string) => stemsIn(words).map(({ hash }) => hash);

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
  expect(rolesOf(text)).toEqual(expected.map((roles) => roles.split('|').map(hashes)));
});

test.each<[string, string, string[]]>([
  ['Globex bought the Norvik mine.', 'The Norvik mine was bought by Globex.', ['object', 'subject', 'verb']],
  ['Globex bought the Norvik mine.', 'Globex sold the Norvik mine.', ['object', 'subject']],
  ['Globex bought the Norvik mine.', 'Vandel sold the Norvik mine.', ['object']],
  ['Globex bought the Norvik mine.', 'The Norvik mine hired a man from Globex.', []],
])('%s / %s', (one, other, same) => {
  const features = featuresOf(claimsOf(one)[0]!, claimsOf(other)[0]!)!;
  expect(['object', 'subject', 'verb'].filter((role) => features.get(`same-${role}`) === 1)).toEqual(same);
});
