/**
 * An error that Lambda's runtime for Node.js 24 itself throws, with its name and message.
 * https://github.com/aws/aws-lambda-nodejs-runtime-interface-client/blob/main/src/utils/errors.ts
 */
class RuntimeError extends Error {
  constructor(
    override readonly name: `Runtime.${string}`,
    message: string,
  ) {
    super(message);
  }
}

/** The bundle exports no handler function. */
export class HandlerNotFound extends RuntimeError {
  constructor(handler: unknown) {
    const reason = handler === undefined ? 'undefined or not exported' : 'not a function';
    super('Runtime.HandlerNotFound', `index.handler is ${reason}`);
  }
}

/** The handler takes a third argument: the callback that it would respond by. */
export class CallbackHandler extends RuntimeError {
  constructor() {
    super(
      'Runtime.CallbackHandlerDeprecated',
      'ERROR: AWS Lambda has removed support for callback-based function handlers starting with Node.js 24. You need to modify this function to use a supported handler signature to use Node.js 24 or later. For more information see https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html.',
    );
  }
}

/** The handler's result cannot be serialized as JSON. */
export class Unserialisable extends RuntimeError {
  constructor() {
    super('Runtime.JSONStringifyError', 'Unable to stringify response body');
  }
}
