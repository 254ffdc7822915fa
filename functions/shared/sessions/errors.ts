/** STS granted no session; `code` is STS's own (`AccessDenied`, `Throttling`) or says what its response lacks. */
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

/** The event names no valid owner: the caller is not one of our resolvers. */
export class NoOwner extends Error {
  override readonly name = 'NoOwner';

  constructor() {
    super('The event names no owner.');
  }
}
