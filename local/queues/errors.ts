/**
 * An SQS exception, with its name and message as SQS words them.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/CommonErrors.html
 */
export class QueueError extends Error {
  /** The exception's name in the older query protocol. */
  readonly queryCode: string;
  /** Its message there. */
  readonly queryMessage: string;
  readonly statusCode: number;

  constructor(
    override readonly name: string,
    message: string,
    { queryCode = name, queryMessage = message, statusCode = 400 }: Particulars = {},
  ) {
    super(message);
    this.queryCode = queryCode;
    this.queryMessage = queryMessage;
    this.statusCode = statusCode;
  }
}

type Particulars = Partial<Pick<QueueError, 'queryCode' | 'queryMessage' | 'statusCode'>>;

/** The queue does not exist. */
export class QueueNotFound extends QueueError {
  constructor() {
    super('QueueDoesNotExist', 'The specified queue does not exist.', {
      queryCode: 'AWS.SimpleQueueService.NonExistentQueue',
      queryMessage: 'The specified queue does not exist for this wsdl version.',
    });
  }
}

/** A parameter has an invalid value. */
export class InvalidParameter extends QueueError {
  constructor(message: string) {
    super('InvalidParameterValueException', message, { queryCode: 'InvalidParameterValue' });
  }
}

/** A queue has no attribute of this name. */
export class InvalidAttributeName extends QueueError {
  constructor(name: string) {
    super('InvalidAttributeName', `Unknown Attribute ${name}.`);
  }
}

/** The body has a character that XML, and with it the query protocol, has no place for. */
export class InvalidMessageContents extends QueueError {
  constructor() {
    super('InvalidMessageContents', 'The message contains characters outside the allowed set.');
  }
}

/** A required parameter is missing. */
export class MissingParameter extends QueueError {
  constructor(name: string) {
    super('MissingRequiredParameterException', `The request must contain the parameter ${name}.`, {
      queryCode: 'MissingParameter',
    });
  }
}

/** The receipt handle is malformed. The status is that of SQS's model, which users saw: PyQS#24. */
export class ReceiptHandleInvalid extends QueueError {
  constructor(handle: string) {
    const message = `The input receipt handle "${handle}" is not a valid receipt handle.`;
    super('ReceiptHandleIsInvalid', message, { statusCode: 404 });
  }
}

/** The twin does not implement the operation, or this part of it. */
export class UnsupportedOperation extends QueueError {
  constructor(what: string) {
    super('UnsupportedOperation', `The twin does not support ${what}.`, {
      queryCode: 'AWS.SimpleQueueService.UnsupportedOperation',
    });
  }
}

/** The request is not correctly signed, or its signer lacks permission. */
export class NotAuthorised extends QueueError {
  constructor({ name, message }: Error) {
    super(name, message, { queryCode: queryCodes[name] ?? name, statusCode: 403 });
  }
}

const queryCodes: Readonly<Record<string, string>> = {
  AccessDeniedException: 'AccessDenied',
  InvalidSignatureException: 'SignatureDoesNotMatch',
  UnrecognizedClientException: 'InvalidClientTokenId',
};

/** The twin's own failure. The cause is in the log, not in the response. */
export class InternalFailure extends QueueError {
  constructor() {
    super('InternalFailure', 'Internal server error', { statusCode: 500 });
  }
}
