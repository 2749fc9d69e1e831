/** Locks an output folder for one run: by a file that names the process. */
import { linkSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { EXIT, Failure } from '../failure.ts';

interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, in clock ticks since the boot; tells it from a later one of the same number. */
  readonly start: string | null;
}

export interface Lock {
  /** The process that held the lock before and ended without releasing it; null where there is none. */
  readonly dead: number | null;
  release(): void;
}

/** A lock of another machine that was not renewed for so many milliseconds is stale. */
const STALE_AFTER = 60_000;
const HEARTBEAT = 10_000;

/**
 * @param path the lock's file, in a folder that is there
 * @param out how the user calls what is locked
 * @throws Failure where another run holds it
 */
export function lock(path: string, out: string): Lock {
  const own: Holder = { pid: process.pid, host: hostname(), start: startOf(process.pid) };
  let dead: number | null = null;
  while (!take(path, own)) {
    const held = readHolder(path);
    if (held === undefined) continue;
    if (held !== null && lives(held, path)) {
      throw new Failure(
        `--out ${out} is being written by another run (process ${held.pid} on ${held.host}); wait for it, or choose another folder`,
        EXIT.busy,
      );
    }
    dead = held?.pid ?? 0;
    // Renaming succeeds for one of those that find it dead; whoever got a living one puts it back.
    const aside = `${path}.${process.pid}`;
    try {
      renameSync(path, aside);
    } catch {
      continue;
    }
    const moved = readHolder(aside);
    if (moved && lives(moved, aside)) linkSync(aside, path);
    rmSync(aside, { force: true });
  }
  const beat = setInterval(() => {
    try {
      utimesSync(path, new Date(), new Date());
    } catch {}
  }, HEARTBEAT).unref();
  return {
    dead,
    release() {
      clearInterval(beat);
      rmSync(path, { force: true });
    },
  };
}

/** Makes the lock with its content in one step, so that nobody reads half of it. */
function take(path: string, own: Holder): boolean {
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, `${JSON.stringify(own)}\n`);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    // Whoever has just taken it clears away the drafts of others.
    if (['EEXIST', 'ENOENT'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** @returns undefined where the lock has gone meanwhile, null where it names nobody */
function readHolder(path: string): Holder | null | undefined {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8')) as Holder;
    return Number.isInteger(holder?.pid) ? holder : null;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ENOENT' ? undefined : null;
  }
}

function lives({ pid, host, start }: Holder, path: string): boolean {
  if (host !== hostname()) return Date.now() - statSync(path).mtimeMs < STALE_AFTER;
  try {
    process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
  return start === null || startOf(pid) === start;
}

/** Field 22 of `/proc/<pid>/stat` (proc(5)); null on systems without it. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? null;
  } catch {
    return null;
  }
}
