/**
 * STS's exception, in STS's words.
 * https://docs.aws.amazon.com/STS/latest/APIReference/CommonErrors.html
 */
export class StsError extends Error {
  constructor(
    readonly code: string,
    message: string,
    readonly statusCode: number = 400,
  ) {
    super(message);
    this.name = code;
  }
}

/** A parameter that has a value it may not have. */
export class ValidationError extends StsError {
  constructor(message: string) {
    super('ValidationError', message);
  }
}

/** An action that STS has not. */
export class InvalidAction extends StsError {
  constructor(action: string, version: string) {
    super('InvalidAction', `Could not find operation ${action} for version ${version || 'NO_VERSION_SPECIFIED'}`);
  }
}

/** A part of STS that the twin leaves out. */
export class Unsupported extends StsError {
  constructor(what: string) {
    super('UnsupportedOperation', `The twin does not support ${what}.`);
  }
}

/** A call that the caller's policies or the role's trust policy do not allow. STS says not which. */
export class AccessDenied extends StsError {
  constructor({ caller, action, resource }: { caller: string; action: string; resource: string }) {
    super('AccessDenied', `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`, 403);
  }
}

/** A request that is not signed as it should be. */
export class NotSigned extends StsError {
  constructor({ name, message }: Error) {
    const [code = name, statusCode = 403] = signatureErrors[name] ?? [];
    super(code, message, statusCode);
  }
}

const signatureErrors: Readonly<Record<string, readonly [code: string, statusCode: number]>> = {
  ExpiredTokenException: ['ExpiredToken', 403],
  IncompleteSignatureException: ['IncompleteSignature', 400],
  InvalidSignatureException: ['SignatureDoesNotMatch', 403],
  MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
  UnrecognizedClientException: ['InvalidClientTokenId', 403],
};

/** Our own failure. What went wrong is in the log, not in the answer. */
export class InternalFailure extends StsError {
  constructor() {
    super('InternalFailure', 'Internal server error', 500);
  }
}
