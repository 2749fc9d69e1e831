/** The process that does jobs, as the consumer sees it: started when there is one to do, and again after it has ended. */
import { type ChildProcess, fork } from 'node:child_process';
import type { Task, Worked } from './part.ts';
import type { Answer } from './program.ts';

/** The process ended in the middle of a job. */
export class Crash extends Error {
  override name = 'Crash';
}

/** Compiled, because Node 20 runs no TypeScript. */
const PROGRAM = new URL('./program.js', import.meta.url);

export class WorkProcess {
  readonly #program: URL;
  #child: ChildProcess | null = null;

  /** @param program the module that gets a `Task` as a message and sends an `Answer` */
  constructor(program: URL = PROGRAM) {
    this.#program = program;
  }

  /**
   * @throws Crash where the process ends before it has answered
   * @throws Error with what the process says where the job could not be done
   */
  async do(task: Task): Promise<Worked> {
    const child = this.#child ?? fork(this.#program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#child = child;
    const answer = await new Promise<Answer>((resolve, reject) => {
      child.once('message', (message) => resolve(message as Answer));
      child.once('error', reject);
      child.once('exit', (code, signal) => {
        this.#child = null;
        reject(new Crash(signal ?? `exit code ${code}`));
      });
      child.send(task, (error) => error && child.kill('SIGKILL'));
    });
    child.removeAllListeners();
    if ('failed' in answer) throw new Error(answer.failed);
    return answer.done;
  }

  /** Ends it at once, whatever it does. */
  kill(): void {
    this.#child?.kill('SIGKILL');
  }

  /** Lets it go after its last answer. */
  close(): void {
    if (this.#child?.connected) this.#child.disconnect();
    this.#child = null;
  }
}
