/** The pages of claims that several articles make. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { Folder } from '../src/corroborate/index.ts';
import { readRegister } from '../src/corroborate/register-file.ts';
import { extract } from '../src/index.ts';
import { clusterPage } from '../src/report/cluster-page.ts';
import { Run } from '../src/report/gather.ts';
import { writeReport } from '../src/report/index.ts';
import { mostQuoted } from '../src/report/shares.ts';
import { SCHEMA_VERSION } from '../src/schema-version.ts';
import { json, page, tree } from './report-runs.ts';

describe('claims in several articles', () => {
  const lines = readFileSync(new URL('../fixtures/lake/articles.jsonl', import.meta.url), 'utf8')
    .trimEnd()
    .split('\n');
  const outputs = lines.map((line) => {
    const { id, url, text, published } = JSON.parse(line) as {
      id: string;
      url: string;
      text: string;
      published: string;
    };
    const output = extract({ id, text, published }, { includeText: true });
    return { ...output, article: { ...output.article, url } };
  });
  const rows = readRegister(readFileSync(new URL('../fixtures/lake/register.tsv', import.meta.url), 'utf8'));

  test('a page for each: origins as a drawing, members, contradictions; lists on the page of the run', async () => {
    const out = tree(Object.fromEntries(outputs.map((output) => [`${output.article.id}.json`, json(output)])));
    await writeReport(out, join(out, 'report'), () => {}, rows);
    const index = page(out, 'index.html');
    expect(index).toMatch(/<h2 id="several-title">In several articles<\/h2>/);
    expect(index).toMatch(/<h2 id="one-origin-title">Only one origin<\/h2>/);
    const [, href] = /href="(clusters\/[^"]+)"><bdi>a large animal lives in Lake Orsa</.exec(index)!;
    const cluster = page(out, href!);
    expect(cluster).toContain('In 9 articles; comes from 1 speaker, heard first hand by 1 outlet.');
    expect(cluster).toContain('not whether it is true');
    expect(cluster.match(/class="node article"/g)).toHaveLength(9);
    expect(cluster).toContain('denied');
    for (const [, target] of cluster.matchAll(/href="\.\.\/(articles\/[^"#]+)/g)) {
      expect(existsSync(join(out, 'report', decodeURIComponent(target!)))).toBe(true);
    }
  });

  test('nothing of an article runs in such a page', () => {
    const evil = '<script>alert(1)</script>';
    const html = clusterPage(
      {
        ...{ schemaVersion: SCHEMA_VERSION, cluster: 'k1', gist: evil, articles: 2, from: null, to: null },
        ...{ speakers: [1, 1], hearings: [1, 1], flags: [], contradictions: [] },
        members: ['a', 'b'].map((article) => ({
          ...{ article, claim: 'c1', start: 0, end: 1, text: evil, published: null, outlet: evil },
          ...{ score: 1, role: 'own' as const, origins: ['o1'] },
        })),
        origins: [
          {
            id: 'o1',
            kind: 'named',
            name: evil,
            register: null,
            certain: true,
            evidence: [{ article: 'a', start: 0, end: 1, text: evil }],
          },
        ],
        edges: [{ from: 'o1', to: 'article:a', kind: 'says', proof: 'words', evidence: [] }],
      },
      () => ({ title: evil, href: 'a.html' }),
      'index.html',
    );
    expect(html).not.toContain('<script');
    expect(html).toContain("script-src 'none'");
  });

  test('who is quoted most counts a person once, whatever the articles call them', () => {
    const run = new Run();
    const folder = new Folder();
    const texts = [
      'Senator Robert Hale said that the dam is safe.',
      'Sen. Robert J. Hale said that the bridge is open.',
    ];
    for (const [at, text] of texts.entries()) {
      const output = extract({ id: `a${at}`, text });
      run.add(output, `${at}.html`);
      folder.add(output);
    }
    const { register, registerOf } = folder.corroborate();
    run.register(register, registerOf);
    expect(mostQuoted(run.data, 5).map(({ count }) => count)).toEqual([2]);
  });
});
