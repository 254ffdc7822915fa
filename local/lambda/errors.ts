import { place } from '../place';
import { functionNamePattern } from './names';

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

/** The function is named in another region. */
export class RegionUnreachable extends LambdaError {
  constructor(region: string) {
    const message = `Functions from '${region}' are not reachable in this region ('${place.region}')`;
    super('ResourceNotFoundException', message, 404, { Type: 'User' });
  }
}

/** A function's name has not the form of one. */
export class InvalidName extends LambdaError {
  constructor(text: string) {
    super(
      'ValidationException',
      `1 validation error detected: Value '${text}' at 'functionName' failed to satisfy constraint: Member must satisfy regular expression pattern: ${functionNamePattern}`,
      400,
    );
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

/**
 * A payload above the limit. Lambda's API reference and the SDKs name it RequestTooLargeException, but the service
 * answers with this name: https://github.com/faultline/faultline/issues/12
 */
class RequestEntityTooLarge extends LambdaError {
  constructor(message: string) {
    super('RequestEntityTooLargeException', message, 413, { Type: 'User' });
  }
}

/** The request exceeds the limit for any request. */
export class RequestTooLarge extends RequestEntityTooLarge {
  constructor(limitBytes: number) {
    super(`Request must be smaller than ${limitBytes} bytes for the InvokeFunction operation`);
  }
}

/** The event exceeds the limit for asynchronous invocations. */
export class EventTooLarge extends RequestEntityTooLarge {
  constructor(bytes: number, limitBytes: number) {
    super(`${bytes} byte payload is too large for the Event invocation type (limit ${limitBytes} bytes)`);
  }
}

/** As many calls are running as the function's reserved concurrency allows. */
export class TooManyRequests extends LambdaError {
  constructor() {
    const details = { Type: 'User', Reason: 'ReservedFunctionConcurrentInvocationLimitExceeded' };
    super('TooManyRequestsException', 'Rate Exceeded.', 429, details);
  }
}

/** The twin does not implement this operation of Lambda. */
export class UnsupportedOperation extends LambdaError {
  constructor(what: string) {
    super('UnsupportedOperationException', `The twin does not support ${what}.`, 501);
  }
}
