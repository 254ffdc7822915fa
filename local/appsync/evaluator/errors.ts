import type { CodeError } from '../ports';

/**
 * The code breaks a rule of APPSYNC_JS and was not run; `codeErrors` says which, and where. The message for a single
 * error is the one users saw from EvaluateCode; joining several with line breaks is inferred.
 */
export class CodeRejected extends Error {
  override readonly name: string = 'CodeRejected';

  constructor(
    readonly codeErrors: readonly CodeError[],
    saying = ({ value }: CodeError): string => value.trimEnd(),
  ) {
    super(`Error: ${codeErrors.map(saying).join('\n')}`);
  }
}

/** The code is not valid JavaScript. */
export class UnparsableCode extends CodeRejected {
  override readonly name = 'UnparsableCode';
}

/** AppSync's compiler cannot translate the code, even if its linter and type checker accept it. */
export class Untranslatable extends CodeRejected {
  override readonly name = 'Untranslatable';

  constructor(codeErrors: readonly CodeError[]) {
    super(codeErrors, ({ value, errorType }) => `${value} [code: ${errorType}]`);
  }
}

/** The evaluator was closed before or during the call. */
export class EvaluatorClosed extends Error {
  override readonly name = 'EvaluatorClosed';

  constructor() {
    super('The evaluator is closed.');
  }
}

/** A sandbox process exited or was killed before it answered. */
export class SandboxEnded extends Error {
  override readonly name = 'SandboxEnded';

  /** `isForeign`: something outside this project killed the process; the code it ran is not to blame. */
  constructor(readonly isForeign = false) {
    super('The sandbox process ended before it answered.');
  }
}
