/** A request that is refused as a whole: answered with its status and `{errors: [{errorType, message}]}`. */
export class RequestRefused extends Error {
  override readonly name: string = 'RequestRefused';

  constructor(
    readonly statusCode: number,
    readonly errorType: string,
    message: string,
  ) {
    super(message);
  }
}

/** What was sent is not a GraphQL request. */
export class MalformedRequest extends RequestRefused {
  override readonly name = 'MalformedRequest';

  constructor(message = 'Unable to parse GraphQL query.', statusCode = 400) {
    super(statusCode, 'MalformedHttpRequestException', message);
  }
}

/** A parameter of a request is missing or not valid: of GraphQL the operation's name, of EvaluateCode any. */
export class BadRequest extends RequestRefused {
  override readonly name = 'BadRequest';

  constructor(message: string) {
    super(400, 'BadRequestException', message);
  }
}

/** A kind of operation that this endpoint does not run. */
export class OperationNotSupported extends RequestRefused {
  override readonly name = 'OperationNotSupported';

  constructor(message: string) {
    super(400, 'OperationNotSupported', message);
  }
}

/** The caller could not be authenticated. The messages are AppSync's. */
export class Unauthenticated extends RequestRefused {
  override readonly name = 'Unauthenticated';

  constructor(message: UnauthenticatedMessage) {
    super(401, 'UnauthorizedException', message);
  }
}

export type UnauthenticatedMessage =
  | 'Valid authorization header not provided.'
  | 'Unable to parse JWT token.'
  | 'Token has expired.'
  | 'You are not authorized to make this call.';

/** A call that must be signed, without a well-formed signature. */
export class SignatureRefused extends RequestRefused {
  override readonly name = 'SignatureRefused';

  constructor(
    errorType: 'MissingAuthenticationTokenException' | 'IncompleteSignatureException' | 'InvalidSignatureException',
    message: string,
  ) {
    super(403, errorType, message);
  }
}

/** One field failed; the rest of the response stands. `errorType`, `data` and `errorInfo` accompany the message. */
export class FieldFailure extends Error {
  override readonly name: string = 'FieldFailure';

  readonly errorType: string | null;
  readonly data: unknown;
  readonly errorInfo: unknown;

  constructor(
    message: string,
    details: { readonly type?: string | null; readonly data?: unknown; readonly info?: unknown } = {},
  ) {
    super(message);
    this.errorType = details.type ?? null;
    this.data = details.data ?? null;
    this.errorInfo = details.info ?? null;
  }
}

/** A value that is not valid for its scalar. */
export class InvalidScalar extends Error {
  override readonly name = 'InvalidScalar';
}

/** A resolver's value is not a list or not an object, where the schema has one. */
export class ValueMismatch extends Error {
  override readonly name = 'ValueMismatch';

  constructor(readonly expected: 'LIST' | 'OBJECT') {
    super(`type mismatch error, expected type ${expected}`);
  }
}

/** The concrete type of an interface's or a union's value cannot be told. */
export class UnresolvedType extends Error {
  override readonly name = 'UnresolvedType';

  /** `field` is `Query.thing`; `why` is a sentence. */
  constructor(type: string, field: string, why: string) {
    super(`Abstract type '${type}' must resolve to an Object type at runtime for field '${field}'. ${why}`);
  }
}

/** Schema, wiring and code do not fit together; `problems` has a line for each mismatch. */
export class ApiRefused extends Error {
  override readonly name = 'ApiRefused';

  constructor(readonly problems: readonly string[]) {
    super(`The API cannot be served:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
  }
}
