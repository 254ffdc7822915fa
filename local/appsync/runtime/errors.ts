/** The handler was ended by `util.error` or `util.unauthorized`. */
export class HandlerStopped extends Error {
  constructor(
    readonly reason: string,
    readonly type: string | undefined,
    readonly data: unknown,
    readonly info: unknown,
  ) {
    super(reason);
  }
}

/** Ends the handler with a result: `runtime.earlyReturn`. Not an Error, so no stack is captured. */
export class ReturnedEarly {
  constructor(
    readonly value: unknown,
    readonly skipTo: 'END' | 'NEXT',
  ) {}
}

/** A library function was used in a way it does not allow. */
export class Misuse extends Error {}
