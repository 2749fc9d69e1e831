/** Packages that one part of the program needs and that users install themselves: optional peer dependencies. */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { EXIT, Failure } from '../failure.ts';

/** Each with what needs it. */
export const OPTIONAL = {
  '@duckdb/node-api': 'accordingto query',
  '@modelcontextprotocol/sdk': 'accordingto mcp',
  bullmq: 'the queue (accordingto enqueue, work, queue)',
} as const satisfies Readonly<Record<string, string>>;

export type OptionalPackage = keyof typeof OPTIONAL;

/**
 * @param load imports the package, or the part of the program that does
 * @throws Failure that says how to get the package where it is absent
 */
export async function loadOptional<Loaded>(name: OptionalPackage, load: () => Promise<Loaded>): Promise<Loaded> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code !== 'ERR_MODULE_NOT_FOUND' || !message.includes(`'${name}'`)) throw error;
    throw new Failure(
      `${OPTIONAL[name]} needs a package that is not installed; to install it: ${install(name)}`,
      EXIT.usage,
    );
  }
}

/** The command that installs it in a version that fits. */
export function install(name: OptionalPackage): string {
  const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  return `npm install '${name}@${manifest.peerDependencies[name]}'`;
}

/** The version that an import from here would load, or null where the package is absent. */
export function versionOf(name: OptionalPackage): string | null {
  const folders = createRequire(import.meta.url).resolve.paths(name) ?? [];
  const manifest = folders.map((folder) => join(folder, name, 'package.json')).find((path) => existsSync(path));
  return manifest === undefined ? null : JSON.parse(readFileSync(manifest, 'utf8')).version;
}
