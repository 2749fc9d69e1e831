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
  #waiting: { readonly answered: (answer: Answer) => void; readonly ended: (how: string) => void } | null = null;

  /** @param program the module that gets a `Task` as a message and sends an `Answer` */
  constructor(program: URL = PROGRAM) {
    this.#program = program;
  }

  /**
   * One task at a time.
   *
   * @throws Crash where the process ends before it has answered
   * @throws Error with what the process says where the job could not be done
   */
  async do(task: Task): Promise<Worked> {
    const child = this.#child?.connected ? this.#child : this.#start();
    try {
      const answer = await new Promise<Answer>((resolve, reject) => {
        const ended = (how: string) => reject(new Crash(how));
        this.#waiting = { answered: resolve, ended };
        child.send(task, (error) => error && ended(error.message));
      });
      if ('failed' in answer) throw new Error(answer.failed);
      return answer.done;
    } finally {
      this.#waiting = null;
    }
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

  #start(): ChildProcess {
    const child = fork(this.#program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const end = (how: string) => {
      if (this.#child !== child) return;
      this.#child = null;
      this.#waiting?.ended(how);
    };
    child.on('message', (answer) => this.#waiting?.answered(answer as Answer));
    child.on('error', ({ message }) => end(message));
    child.on('exit', (code, signal) => end(signal ?? `exit code ${code}`));
    this.#child = child;
    return child;
  }
}
