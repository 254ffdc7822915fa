import type { FoundPool } from '../findPool';

/** What a command works with. */
export interface CommandContext extends FoundPool {
  readonly options: Readonly<Record<string, string | boolean | undefined>>;
  readonly say: (line: string) => void;
  /** Tells the user what is no result. */
  readonly warn: (line: string) => void;
  readonly askPassword: () => Promise<string>;
}

/** A command; `run` is called only with all its required arguments. */
export interface Command {
  /** `EMAIL [--invite]` */
  readonly takes: string;
  readonly does: string;
  readonly run: (context: CommandContext, ...args: readonly string[]) => Promise<void>;
}
