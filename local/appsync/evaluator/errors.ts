import type { CodeError } from '../ports';

/**
 * The code breaks a rule of APPSYNC_JS and was not run; `codeErrors` says where and which. The message is what users saw
 * in EvaluateCode for one error; that several stand below each other is inferred.
 */
export class CodeRejected extends Error {
  constructor(
    readonly codeErrors: readonly CodeError[],
    saying = ({ value }: CodeError): string => value.trimEnd(),
  ) {
    super(`Error: ${codeErrors.map(saying).join('\n')}`);
    this.name = 'CodeRejected';
  }
}

/** The code is no JavaScript. */
export class UnparsableCode extends CodeRejected {}

/** AppSync's compiler has no translation for the code, which its linter and type checker may let pass. */
export class Untranslatable extends CodeRejected {
  constructor(codeErrors: readonly CodeError[]) {
    super(codeErrors, ({ value, errorType }) => `${value} [code: ${errorType}]`);
  }
}

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
