/** An unexpected error as the log shows it: with its stack. The client is told nothing of it. */
export const traceOf = (error: unknown): string =>
  error instanceof Error ? (error.stack ?? error.message) : String(error);
