import { describe, expect, test } from 'vitest';
import { languageOf } from '../src/read/language.ts';
import { read, readOne } from './reading.ts';

const ENGLISH =
  'The dam is safe, the mayor said on Monday after a meeting with residents of the lower town. Engineers checked the wall twice in March and found two small leaks, which were closed within a week. More rain is expected in the coming days, officials said.';
const GERMAN =
  'Der Damm ist sicher, sagte die Bürgermeisterin am Montag nach einem Gespräch mit Bewohnern der Unterstadt. Ingenieure prüften die Mauer im März zweimal und fanden zwei kleine Lecks, die binnen einer Woche geschlossen wurden. Mehr Regen wird erwartet.';
const RUSSIAN =
  'Плотина безопасна, заявила мэр в понедельник после встречи с жителями нижнего города. Инженеры дважды проверили стену в марте и нашли две небольшие течи, которые были закрыты в течение недели. Ожидаются новые дожди, сообщила метеослужба, и река может снова подняться.';
const SPANISH =
  'La presa es segura, dijo la alcaldesa el lunes tras una reunión con vecinos de la ciudad baja. Los ingenieros revisaron el muro dos veces en marzo y hallaron dos pequeñas fugas, que se cerraron en una semana. Se espera más lluvia en los próximos días.';
const JAPANESE =
  '市長は月曜日に、下町の住民との会合の後、ダムは安全だと述べた。技術者は三月に壁を二度調べ、小さな漏れを二つ見つけた。'.repeat(
    5,
  );
/** Burmese is none of the detector's languages. */
const BURMESE = 'ဆည်သည် လုံခြုံကြောင်း မြို့တော်ဝန်က တနင်္လာနေ့တွင် ပြောကြားခဲ့သည်။ မိုးထပ်ရွာမည်ဟု မျှော်လင့်ရသည်။ '.repeat(8);

describe('the language of a text', () => {
  test.each([
    ['prose', ENGLISH, 'en'],
    [
      'a headline style',
      'Dam checked twice. Two leaks closed. More rain expected soon. Residents remain calm. Engineers leave town after weeks. Mayor pleased. Schools open again today. River falls slowly. Roads remain shut until further notice near bridges. Police warn drivers.',
      'en',
    ],
    ['German', GERMAN, 'de'],
    ['Russian', RUSSIAN, 'ru'],
    ['Spanish', SPANISH, 'es'],
    ['Japanese', JAPANESE, 'ja'],
    ['a language that the detector does not know', BURMESE, 'und'],
    ['English in capitals', ENGLISH.toUpperCase(), 'en'],
    ['English that quotes German', `${ENGLISH} ${ENGLISH} “${GERMAN.slice(0, 100)}”`, 'en'],
  ])('%s', async (_, text, language) => {
    expect(await languageOf(text)).toBe(language);
  });
  test.each([
    ['a text that is too short', GERMAN.slice(0, 40)],
    [
      'a table of names',
      'Jana Novák (Czechia) 6 Lena Großmann (Germany) 4 Pierre Dupont (France) 71 73 Giulia Rossi (Italy) 70 João Silva (Portugal) 69 '.repeat(
        4,
      ),
    ],
    ['figures', '12.5 3,000 44 % '.repeat(200)],
    ['nothing', ''],
  ])('%s does not tell', async (_, text) => {
    expect(await languageOf(text)).toBeNull();
  });
  test.each([
    ['ja', '昨日、市長は堤防が安全だと述べた。'],
    ['zh', '市长周一表示，大坝是安全的。'],
    ['ko', '시장은 댐이 안전하다고 말했다.'],
    ['ru', 'Мэр сказал, что плотина цела.'],
    ['ar', 'قالت العمدة إن السد آمن.'],
    ['el', 'Η δήμαρχος είπε ότι το φράγμα αντέχει.'],
  ])('%s: the script tells of the shortest text', async (language, text) => {
    expect(await languageOf(text)).toBe(language);
    expect(await read('a.txt', text)).toMatchObject([{ skipped: { language } }]);
  });
  test('another script that no detector knows is left out, however short', async () => {
    expect(await read('a.txt', BURMESE.slice(0, 60))).toMatchObject([{ skipped: { language: 'und' } }]);
  });
  test.each([
    'The dam (ダム) is safe, mayor 田中 said.',
    'The α, β and γ gates were shut, the council said in May. “Ωmega” was not.',
    'Плотина means dam. It is said by those who live there that the old dam was built for them in the war.',
  ])('signs and names of another script are no sign of another language: %s', async (text) => {
    expect(await read('a.txt', text)).toMatchObject([{ article: { text } }]);
  });
  test('only the beginning is looked at', async () => {
    expect(await languageOf(`${GERMAN.repeat(50)} ${ENGLISH.repeat(20_000)}`)).toBe('de');
  });
});

describe('a text that is not in English', () => {
  test('is skipped, with its language and what reads it', async () => {
    expect(await read('a.txt', GERMAN)).toEqual([
      {
        place: 'a.txt',
        skipped: { id: 'a', language: 'de', reason: 'is in German (de), not in English; --any-language reads it' },
      },
    ]);
    expect(await read('a.txt', BURMESE)).toMatchObject([
      { skipped: { language: 'und', reason: 'is in a language that is not English (und); --any-language reads it' } },
    ]);
  });
  test('is read where it is asked for, and says its language', async () => {
    expect(await readOne('a.txt', GERMAN, { anyLanguage: true })).toMatchObject({ text: GERMAN, language: 'de' });
  });
  test('in a record skips that record alone', async () => {
    const lines = [GERMAN, ENGLISH].map((text, index) => JSON.stringify({ id: `r${index}`, text })).join('\n');
    expect(await read('n.jsonl', lines)).toMatchObject([
      { place: 'n.jsonl:1', skipped: { id: 'r0', language: 'de' } },
      { place: 'n.jsonl:2', article: { id: 'r1', language: 'en' } },
    ]);
  });
  test('what a record says counts only where its text does not tell', async () => {
    const record = (text: string) => JSON.stringify({ text, language: 'fr' });
    expect((await readOne('n.jsonl', record('Rain fell.'))).language).toBe('fr');
    expect((await readOne('n.jsonl', record(ENGLISH))).language).toBe('en');
    expect((await readOne('a.txt', 'Rain fell.')).language).toBeUndefined();
  });
});
