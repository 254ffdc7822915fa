import type { MessageError } from './messages';

/** A connection that AppSync refuses whoever the caller is. */
export class ConnectionRefused extends Error {
  override readonly name = 'ConnectionRefused';

  constructor(
    override readonly message: 'NoProtocolError' | 'SubProtocolNotSupportedError' | 'Required headers are missing.',
  ) {
    super(message);
  }
}

/** A subscription that does not start; `errors` is sent to its client. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';

  constructor(readonly errors: readonly MessageError[] | MessageError) {
    super(JSON.stringify(errors));
  }
}
