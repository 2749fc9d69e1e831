/** What anybody can fetch becomes what the trainers read; the little corpus here is our own, in PolNeAR's form. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { train } from '../bench/train/convert/index.ts';

const TEXT = '😀 Rain fell, Anna said. She left.';
const ID = 'paper_2016-05-01_rain';
const token = (id: number, word: string, tag: string, start: number) =>
  `<token id="${id}"><word>${word}</word><lemma>${word.toLowerCase()}</lemma><CharacterOffsetBegin>${start}</CharacterOffsetBegin>` +
  `<CharacterOffsetEnd>${start + word.length}</CharacterOffsetEnd><POS>${tag}</POS><NER>O</NER></token>`;
const dependency = (type: string, governor: number, dependent: number) =>
  `<dep type="${type}"><governor idx="${governor}">x</governor><dependent idx="${dependent}">y</dependent></dep>`;
const XML = `<?xml version="1.0"?><root><document><sentences><sentence id="1"><tokens>
  ${token(1, 'Anna', 'NNP', 14)}${token(2, 'said', 'VBD', 19)}</tokens>
  <dependencies type="basic-dependencies">${dependency('root', 0, 2)}${dependency('nsubj', 2, 1)}</dependencies>
  <dependencies type="enhanced-dependencies">${dependency('root', 0, 1)}</dependencies></sentence></sentences>
  <coreference><coreference><mention><sentence>1</sentence><head>1</head></mention></coreference></coreference></document></root>`;

test('treebanks are packed, annotations get code units and the first annotator, trees their columns; tests stay away', () => {
  const folder = mkdtempSync(join(tmpdir(), 'accordingto-convert-'));
  const write = (path: string, content: string) => {
    mkdirSync(join(folder, path, '..'), { recursive: true });
    writeFileSync(join(folder, path), content);
  };
  for (const part of ['train', 'dev', 'test']) {
    write(`ewt/en_ewt-ud-${part}.conllu`, `# ${part}\n`);
    write(`polnear/data/${part}/text/${ID}.txt`, TEXT);
    const cue = 'T2\tCue 18 22\tsaid\nT3\tContent 2 11\tRain fell\nT4\tAttribution 18 22\tsaid\n';
    write(
      `polnear/data/${part}/attributions/${ID}_4b22.ann`,
      `T1\tSource 13 17\tAnna\n${cue}E1\tAttribution:T4 Source:T1 Cue:T2 Content:T3\nE2\tAttribution:T4 Cue:T2\n`,
    );
    write(`polnear/data/${part}/attributions/${ID}_4e07.ann`, '');
    write(`polnear/data/${part}/corenlp/${ID}.txt.xml`, XML);
  }
  vi.spyOn(console, 'log').mockReturnValue();
  const given = ['--ewt', join(folder, 'ewt'), '--polnear', join(folder, 'polnear'), '--out', join(folder, 'shared')];
  train(given);
  const read = (path: string) => readFileSync(join(folder, 'shared', path));
  expect(gunzipSync(read('train/ud/en_ewt-dev.conllu.gz')).toString()).toBe('# dev\n');
  const article = JSON.parse(read('eval/attributions/train.jsonl').toString());
  expect(article).toMatchObject({ id: ID, text: TEXT, published: '2016-05-01' });
  expect(article.attributions).toEqual([{ source: [[14, 18]], cue: [[19, 23]], content: [[3, 12]] }]);
  expect(gunzipSync(read('train/news/silver-train.conllu.gz')).toString()).toBe(
    [
      `# newdoc id = ${ID}`,
      `# sent_id = ${ID}-1`,
      '1\tAnna\tanna\t_\tNNP\tO\t2\tnsubj\t_\tStart=14|End=18|Coref=1',
      '2\tsaid\tsaid\t_\tVBD\tO\t0\troot\t_\tStart=19|End=23',
      '\n',
    ].join('\n'),
  );
  expect(() => read('eval/attributions/test.jsonl')).toThrow('ENOENT');
});
