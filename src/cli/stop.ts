/** Handles SIGINT and SIGTERM: the first ends the work in good order, the second at once. */
import { EXIT } from '../failure.ts';
import { complain } from '../terminal.ts';

export interface Stop {
  readonly signal: AbortSignal;
  /** The exit code of the signal that came, or null. */
  readonly exit: number | null;
  /** Leaves signals to others again. */
  end(): void;
}

/**
 * @param message what to say after the first signal
 * @param again what the second one does, with the exit code
 */
export function stopOnSignal(message: string, again: (code: number) => void = (code) => process.exit(code)): Stop {
  const controller = new AbortController();
  let exit: number | null = null;
  const on = (code: number) => () => {
    if (exit !== null) return again(code);
    exit = code;
    complain(message);
    controller.abort();
  };
  const handlers = { SIGINT: on(EXIT.interrupted), SIGTERM: on(EXIT.terminated) };
  for (const [name, handler] of Object.entries(handlers)) process.on(name, handler);
  return {
    signal: controller.signal,
    get exit() {
      return exit;
    },
    end() {
      for (const [name, handler] of Object.entries(handlers)) process.off(name, handler);
    },
  };
}
