/** NOTICE: the packages whose code is inside the package's files, each with its licence in full. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';

/**
 * @param project the checkout, from whose `node_modules/` the bundle was made
 * @param bundled what esbuild says of the bundle
 * @returns the file's text, in the order of names: the same for the same packages
 * @throws Error where a package names no licence, or does not hold its text
 */
export function notice(project: string, { outputs }: Metafile): string {
  const folders = new Set<string>();
  for (const { inputs } of Object.values(outputs)) {
    for (const [path, { bytesInOutput }] of Object.entries(inputs)) {
      const folder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path);
      if (folder && bytesInOutput > 0) folders.add(folder[0]);
    }
  }
  const parts = [...folders].map((folder) => licenceOf(join(project, folder))).sort();
  const head = `accordingto is under the Apache License 2.0 (LICENSE). Its files hold code of ${parts.length} other packages.\n`;
  return [head, ...parts].join(`\n${'-'.repeat(80)}\n\n`);
}

/** Name, version and licence in a line, then the licence's text. */
function licenceOf(folder: string): string {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e(?:[.-].*)?$/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8') : (sectionOf(folder) ?? standardText(license, author));
  if (typeof license !== 'string' || !text) throw new Error(`${folder} does not say its licence`);
  return `${name} ${version} (${license})\n\n${text.replace(/\r\n/g, '\n').trim()}\n`;
}

/** Some packages have their licence in the README alone. */
function sectionOf(folder: string): string | null {
  const file = readdirSync(folder).find((entry) => /^readme\.md$/i.test(entry));
  if (!file) return null;
  const [, section] =
    /^#+ *licen[cs]e.*\n([\s\S]*?)(?:^# |(?![\s\S]))/im.exec(readFileSync(join(folder, file), 'utf8')) ?? [];
  return section?.trim() || null;
}

/** The licence as SPDX has it, for a package that gives its name and author alone. */
function standardText(license: unknown, author: unknown): string | null {
  if (license !== 'ISC' || typeof author !== 'string') return null;
  return `Copyright (c) ${author}

Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted,
provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;
}
