import type { MessageError } from './messages';

/** A connection that AppSync refuses whoever the caller is. */
export class ConnectionRefused extends Error {
  constructor(message: 'NoProtocolError' | 'SubProtocolNotSupportedError' | 'Required headers are missing.') {
    super(message);
    this.name = 'ConnectionRefused';
  }
}

/** A subscription that does not start; `errors` is sent to its client. */
export class StartRefused extends Error {
  constructor(readonly errors: readonly MessageError[] | MessageError) {
    super(JSON.stringify(errors));
    this.name = 'StartRefused';
  }
}
