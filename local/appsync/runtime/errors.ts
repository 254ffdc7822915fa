/** Ends the handler on the author's wish: `util.error` and `util.unauthorized`. */
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

/** Ends the handler with a result: `runtime.earlyReturn`. No error, so it gathers no stack. */
export class ReturnedEarly {
  constructor(
    readonly value: unknown,
    readonly skipTo: 'END' | 'NEXT',
  ) {}
}

/** A function of the library was used in a way it does not allow. */
export class Misuse extends Error {}
