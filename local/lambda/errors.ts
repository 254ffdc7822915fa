/**
 * A Lambda exception, with its name and message as Lambda words them.
 * https://docs.aws.amazon.com/lambda/latest/api/CommonErrors.html
 */
export class LambdaError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    readonly statusCode: number,
    /** Members of the exception besides its message. */
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The function does not exist. */
export class FunctionNotFound extends LambdaError {
  constructor(arn: string) {
    super('ResourceNotFoundException', `Function not found: ${arn}`, 404, { Type: 'User' });
  }
}

/** A parameter has an invalid value. */
export class InvalidParameter extends LambdaError {
  constructor(message: string) {
    super('InvalidParameterValueException', message, 400, { Type: 'User' });
  }
}

/** The payload is not JSON. */
export class UnreadablePayload extends LambdaError {
  constructor(reason: string) {
    super('InvalidRequestContentException', `Could not parse request body into json: ${reason}`, 400, { Type: 'User' });
  }
}

/** The payload exceeds the limit. */
export class PayloadTooLarge extends LambdaError {
  constructor(limitBytes: number) {
    super(
      'RequestTooLargeException',
      `Request must be smaller than ${limitBytes} bytes for the Invoke operation`,
      413,
      {
        Type: 'User',
      },
    );
  }
}

/** The twin does not implement this operation of Lambda. */
export class UnsupportedOperation extends LambdaError {
  constructor(what: string) {
    super('UnsupportedOperationException', `The twin does not support ${what}.`, 501);
  }
}
