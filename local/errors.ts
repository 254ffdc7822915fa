/** The data folder cannot be created or written. */
export class DataDirectoryUnusable extends Error {
  override readonly name = 'DataDirectoryUnusable';

  constructor(directory: string, cause: unknown) {
    const why = cause instanceof Error && 'code' in cause ? ` (${String(cause.code)})` : '';
    super(`The data folder ${directory} cannot be written${why}. Choose another with --data DIR, or use --memory.`, {
      cause,
    });
  }
}

/** An invalid command-line argument. */
export class BadArgument extends Error {
  override readonly name = 'BadArgument';
}
