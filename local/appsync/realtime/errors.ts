import type { MessageError } from './messages';

/** A connection that AppSync does not take, whoever asks for it. */
export class ConnectionRefused extends Error {
  constructor(message: 'NoProtocolError' | 'SubProtocolNotSupportedError' | 'Required headers are missing.') {
    super(message);
    this.name = 'ConnectionRefused';
  }
}

/** A subscription that does not start; `errors` is what its client is told. */
export class StartRefused extends Error {
  constructor(readonly errors: readonly MessageError[] | MessageError) {
    super(JSON.stringify(errors));
    this.name = 'StartRefused';
  }
}
