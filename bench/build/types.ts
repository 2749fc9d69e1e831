/** The declarations that the faces of the package need, without those of what stays inside. */
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/**
 * @param project the checkout
 * @param types the folder that the declarations go to, as they stand under `src/`
 * @param faces the declarations that others import, relative to it
 * @throws Error where the sources do not compile
 */
export function declare(project: string, types: string, faces: readonly string[]): void {
  const tsc = join(project, 'node_modules/.bin/tsc');
  execFileSync(tsc, ['-p', 'tsconfig.build.json', '--outDir', types], { cwd: project, stdio: 'inherit' });
  const needed = new Set<string>();
  const visit = (file: string) => {
    if (needed.has(file)) return;
    needed.add(file);
    for (const [, from] of readFileSync(file, 'utf8').matchAll(/(?:from |import\()['"](\.[^'"]+)\.(?:ts|js)['"]/g)) {
      visit(resolve(dirname(file), `${from}.d.ts`));
    }
  };
  for (const face of faces) visit(join(types, face));
  for (const name of readdirSync(types, { recursive: true, encoding: 'utf8' })) {
    if (name.endsWith('.d.ts') && !needed.has(join(types, name))) rmSync(join(types, name));
  }
}
