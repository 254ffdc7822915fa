/**
 * An STS exception, with its code and message as STS words them.
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

/** A parameter has not the form that STS's model requires. */
export class ValidationError extends StsError {
  constructor(message: string) {
    super('ValidationError', message);
  }
}

/** Parameters of the right form contradict each other. */
export class InvalidParameterValue extends StsError {
  constructor(message: string) {
    super('InvalidParameterValue', message);
  }
}

/** The action or API version is unknown, or the twin does not implement it. */
export class InvalidAction extends StsError {
  constructor(action: string, version: string) {
    super('InvalidAction', `Could not find operation ${action} for version ${version || 'NO_VERSION_SPECIFIED'}`);
  }
}

/** The twin does not implement this part of STS. */
export class Unsupported extends StsError {
  constructor(what: string) {
    super('UnsupportedOperation', `The twin does not support ${what}.`);
  }
}

/** The caller's policies or the role's trust policy do not allow the call; STS does not say which. */
export class AccessDenied extends StsError {
  constructor({ caller, action, resource }: { caller: string; action: string; resource: string }) {
    super('AccessDenied', `User: ${caller} is not authorized to perform: ${action} on resource: ${resource}`, 403);
  }
}

/** The request is not correctly signed. */
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

/** The twin's own failure. The cause is in the log, not in the response. */
export class InternalFailure extends StsError {
  constructor() {
    super('InternalFailure', 'Internal server error', 500);
  }
}
