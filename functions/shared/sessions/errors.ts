/** STS refused a session, in its own code: `AccessDenied`, `Throttling`. */
export class SessionRefused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(`STS gave no session: ${status} ${code}`);
    this.name = 'SessionRefused';
  }
}

/** STS did not answer. */
export class StsUnreachable extends Error {
  constructor(cause: unknown) {
    super('STS did not answer.', { cause });
    this.name = 'StsUnreachable';
  }
}

/** STS answered something else than a session. */
export class SessionUnreadable extends Error {
  constructor(element: string) {
    super(`STS's answer has not exactly one ${element}.`);
    this.name = 'SessionUnreadable';
  }
}

/** A function was called for nobody: whoever called it is none of our resolvers. */
export class NoOwner extends Error {
  constructor() {
    super('The event names no owner.');
    this.name = 'NoOwner';
  }
}
