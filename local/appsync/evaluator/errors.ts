import type { CodeError } from '../ports';

/** The code breaks a rule of APPSYNC_JS and was not run; `codeErrors` says where and which. */
export class CodeRejected extends Error {
  constructor(
    readonly codeErrors: readonly CodeError[],
    message = 'Code contains one or more errors.',
  ) {
    super(message);
    this.name = 'CodeRejected';
  }
}

/** The code is no JavaScript. */
export class UnparsableCode extends CodeRejected {}

/** The evaluator was closed while, or before, it was asked to run something. */
export class EvaluatorClosed extends Error {
  constructor() {
    super('The evaluator is closed.');
    this.name = 'EvaluatorClosed';
  }
}

/** A sandbox process ended, on its own or because it was stopped, before it answered. */
export class SandboxEnded extends Error {
  /** `isForeign`: somebody outside of the project killed the process; what it ran is not to blame. */
  constructor(readonly isForeign = false) {
    super('The sandbox process ended before it answered.');
    this.name = 'SandboxEnded';
  }
}

/** A request that breaks the API's rules; AWS calls it BadRequestException. */
export class BadRequest extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadRequest';
  }
}
