/** STS gave no session: its own code (`AccessDenied`, `Throttling`), or what its answer lacks. */
export class SessionRefused extends Error {
  override readonly name = 'SessionRefused';

  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`STS gave no session: ${status} ${code}`);
  }
}

/** STS did not answer. */
export class StsUnreachable extends Error {
  override readonly name = 'StsUnreachable';

  constructor(cause: unknown) {
    super('STS did not answer.', { cause });
  }
}

/** A function was called for nobody: whoever called it is none of our resolvers. */
export class NoOwner extends Error {
  override readonly name = 'NoOwner';

  constructor() {
    super('The event names no owner.');
  }
}
