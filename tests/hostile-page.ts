/** Strings that would run, or break a page, if any writer let them. */
import { extract, type Output } from '../src/index.ts';

export const HOSTILE: readonly string[] = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</title></style></script><svg onload=alert(1)>',
  '<!--<script>',
  'javascript:alert(1)',
  '&lt;b&gt; &amp;',
  '\u202egnp.exe',
  '\ud800 lone \udc00',
  '\u0000\u0007\u009b',
];

/** An article whose every string is hostile. */
export function hostileOutput(id = HOSTILE.join(' ')): Output {
  const bad = HOSTILE.join(' ');
  const text = `${bad} said on Monday that 30 people left. ${bad}`;
  const made = extract({ id, title: bad, text }, { includeText: true });
  const whole = { start: 0, end: text.length, text };
  return {
    ...made,
    article: { ...made.article, source: bad },
    people: [{ id: 'p1', name: bad, aliases: [bad], titles: [bad], age: 3, mentions: [{ ...whole, kind: 'name' }] }],
    sources: [
      {
        id: 's1',
        name: bad,
        kind: 'person',
        person: 'p1',
        resolved: true,
        how: 'name',
        candidates: [],
        role: null,
        mentions: [{ ...whole, how: 'name' }],
      },
    ],
    dates: [{ id: 'd1', ...whole, type: 'DATE', value: bad, basis: 'stated', by: bad }],
    numbers: hostileNumbers(bad, whole),
    claims: [
      {
        id: 'c1',
        quotation: 'direct',
        content: [whole],
        attribution: [{ source: 's1', span: whole, cue: { ...whole, lemma: bad }, stance: 'states' }],
        medium: whole,
        people: ['p1'],
        dates: ['d1'],
        numbers: ['n1'],
        negated: true,
        hedged: true,
        statement: true,
        by: bad,
        confidence: 0.5,
      },
    ],
    comparisons: [{ numbers: ['n1', 'n2'], relation: 'disagree', sources: ['s1', null], about: bad }],
    problems: [{ stage: bad, code: bad, message: bad, start: 0, end: 3 }],
  };
}

function hostileNumbers(bad: string, whole: { start: number; end: number; text: string }): Output['numbers'] {
  const [kind, modifier] = ['cardinal', 'about'] as const;
  return [
    { id: 'n1', ...whole, kind, value: 1, min: 1, max: 1, modifier, unit: bad, counted: bad, by: bad },
    {
      id: 'n2',
      ...whole,
      kind: 'money',
      value: null,
      min: null,
      max: 2,
      modifier: null,
      unit: null,
      counted: null,
      by: '',
    },
  ];
}
