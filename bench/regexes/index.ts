/**
 * The part of `npm run check` that holds every regular expression to work that grows with its text and no faster. What
 * the checker cannot show to be so is listed in `bounded.ts`, with the length that its input never exceeds.
 */
import { BOUNDED, MOST_STEPS } from './bounded.ts';
import { collectExpressions, type Expression } from './collect.ts';
import { type Degree, Verdicts } from './verdicts.ts';

const expressions = await collectExpressions();
const verdicts = new Verdicts();
const unknown = expressions.filter((expression) => !verdicts.has(expression));
if (unknown.length > 0)
  console.error(`${unknown.length} regular expressions are new; each is checked, a second or more`);

const used = new Set<object>();
let wrong = 0;
for (const expression of expressions) {
  const degree = await verdicts.judge(expression);
  if (degree === 1 || isHarmless(expression, degree)) continue;
  wrong += 1;
  const how = Number.isNaN(degree) ? 'in a way that is not known' : `with degree ${degree}`;
  console.error(`src/${expression.file}: the work of /${expression.source}/${expression.flags} grows ${how}`);
}
verdicts.save();
for (const bound of BOUNDED) {
  if (used.has(bound)) continue;
  wrong += 1;
  console.error(`bench/regexes/bounded.ts: nothing in src/${bound.file} needs the entry of ${bound.begins}`);
}
if (wrong > 0) {
  console.error(
    'Write it so that each text can be read in one way, or bound its input and list it in bench/regexes/bounded.ts.',
  );
  process.exitCode = 1;
} else console.log(`${expressions.length} regular expressions, ${used.size} entries of bounded ones`);

/** Whether its input is so short that even this degree costs little. What is exponential or unknown never is. */
function isHarmless({ source, file }: Expression, degree: Degree): boolean {
  const bound = BOUNDED.find((one) => one.file === file && source.startsWith(one.begins));
  if (bound === undefined || !(bound.length ** degree <= MOST_STEPS)) return false;
  used.add(bound);
  return true;
}
