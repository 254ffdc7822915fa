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

/** What was sent is no GraphQL request. */
export class MalformedRequest extends RequestRefused {
  constructor(message = 'Unable to parse GraphQL query.', statusCode = 400) {
    super(statusCode, 'MalformedHttpRequestException', message);
    this.name = 'MalformedRequest';
  }
}

/** A GraphQL request that names no operation to run, or one that does not exist. */
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

/** The caller proved no identity. The messages are AppSync's. */
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

/** A call that only signed requests may make, and a signature that is none. */
export class SignatureRefused extends RequestRefused {
  constructor(
    errorType: 'MissingAuthenticationTokenException' | 'IncompleteSignatureException' | 'InvalidSignatureException',
    message: string,
  ) {
    super(403, errorType, message);
    this.name = 'SignatureRefused';
  }
}

/** One field failed; the rest of the answer stands. `errorType`, `data` and `errorInfo` go out beside the message. */
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

/** A value that does not have its scalar's form. */
export class InvalidScalar extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidScalar';
  }
}

/** A resolver gave one value where the schema has a list, or a plain value where it has an object. */
export class ValueMismatch extends Error {
  constructor(readonly expected: 'LIST' | 'OBJECT') {
    super(`type mismatch error, expected type ${expected}`);
    this.name = 'ValueMismatch';
  }
}

/** Schema, wiring and code that do not fit together; `problems` says where, a line each. */
export class ApiRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The API cannot be served:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'ApiRefused';
  }
}
