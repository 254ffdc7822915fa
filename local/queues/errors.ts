/**
 * SQS's exception, in SQS's words.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
 */
export class QueueError extends Error {
  constructor(
    override readonly name: string,
    message: string,
    /** The name that the older protocol has for it. */
    readonly queryCode: string = name,
    readonly statusCode: number = 400,
  ) {
    super(message);
  }
}

/** A queue that is not there. */
export class QueueNotFound extends QueueError {
  constructor() {
    super(
      'QueueDoesNotExist',
      'The specified queue does not exist for this wsdl version.',
      'AWS.SimpleQueueService.NonExistentQueue',
    );
  }
}

/** A parameter that has a value it may not have. */
export class InvalidParameter extends QueueError {
  constructor(message: string) {
    super('InvalidParameterValue', message);
  }
}

/** A parameter that is missing. */
export class MissingParameter extends QueueError {
  constructor(name: string) {
    super('MissingParameter', `The request must contain the parameter ${name}.`);
  }
}

/** A receipt handle that is none of ours. */
export class ReceiptHandleInvalid extends QueueError {
  constructor() {
    super('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
  }
}

/** An operation, or a part of one, that the twin leaves out. */
export class UnsupportedOperation extends QueueError {
  constructor(what: string) {
    super('UnsupportedOperation', `The twin does not support ${what}.`, 'AWS.SimpleQueueService.UnsupportedOperation');
  }
}

/** A request that is not signed as it should be, or that its signer may not make. */
export class NotAuthorised extends QueueError {
  constructor({ name, message }: Error) {
    super(name, message, queryCodes[name] ?? name, 403);
  }
}

const queryCodes: Readonly<Record<string, string>> = {
  AccessDeniedException: 'AccessDenied',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  UnrecognizedClientException: 'InvalidClientTokenId',
};

/** Our own failure. What went wrong is in the log, not in the answer. */
export class InternalFailure extends QueueError {
  constructor() {
    super('InternalFailure', 'Internal server error', 'InternalFailure', 500);
  }
}
