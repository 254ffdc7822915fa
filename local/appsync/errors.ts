/** A request that is refused as a whole: answered with its status and `{errors: [{errorType, message}]}`. */
export class RequestRefused extends Error {
  constructor(
    readonly statusCode: number,
    readonly errorType: string,
    message: string,
  ) {
    super(message);
    this.name = 'RequestRefused';
  }
}

/** What was sent is not a GraphQL request. */
export class MalformedRequest extends RequestRefused {
  constructor(message = 'Unable to parse GraphQL query.', statusCode = 400) {
    super(statusCode, 'MalformedHttpRequestException', message);
    this.name = 'MalformedRequest';
  }
}

/** A GraphQL request that leaves open which operation to run, or names one that does not exist. */
export class BadRequest extends RequestRefused {
  constructor(message: string) {
    super(400, 'BadRequestException', message);
    this.name = 'BadRequest';
  }
}

/** A kind of operation that this endpoint does not run. */
export class OperationNotSupported extends RequestRefused {
  constructor(message: string) {
    super(400, 'OperationNotSupported', message);
    this.name = 'OperationNotSupported';
  }
}

/** The caller could not be authenticated. The messages are AppSync's. */
export class Unauthenticated extends RequestRefused {
  constructor(message: UnauthenticatedMessage) {
    super(401, 'UnauthorizedException', message);
    this.name = 'Unauthenticated';
  }
}

export type UnauthenticatedMessage =
  | 'Valid authorization header not provided.'
  | 'Unable to parse JWT token.'
  | 'Token has expired.'
  | 'You are not authorized to make this call.';

/** A call that must be signed, without a well-formed signature. */
export class SignatureRefused extends RequestRefused {
  constructor(
    errorType: 'MissingAuthenticationTokenException' | 'IncompleteSignatureException' | 'InvalidSignatureException',
    message: string,
  ) {
    super(403, errorType, message);
    this.name = 'SignatureRefused';
  }
}

/** One field failed; the rest of the response stands. `errorType`, `data` and `errorInfo` accompany the message. */
export class FieldFailure extends Error {
  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;

  constructor(
    message: string,
    details: { readonly type?: string | null; readonly data?: unknown; readonly info?: unknown } = {},
  ) {
    super(message);
    this.name = 'FieldFailure';
    this.errorType = details.type ?? null;
    this.data = details.data ?? null;
    this.errorInfo = details.info ?? null;
  }
}

/** A value that is not valid for its scalar. */
export class InvalidScalar extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidScalar';
  }
}

/** A resolver's value is not a list or not an object, where the schema has one. */
export class ValueMismatch extends Error {
  constructor(readonly expected: 'LIST' | 'OBJECT') {
    super(`type mismatch error, expected type ${expected}`);
    this.name = 'ValueMismatch';
  }
}

/** Schema, wiring and code do not fit together; `problems` has a line for each mismatch. */
export class ApiRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The API cannot be served:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ApiRefused';
  }
}
