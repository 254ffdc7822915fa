/** Nobody answered, or only that it is too busy: worth another try. */
export class ConnectionFailed extends Error {
  override readonly name = 'ConnectionFailed';
}

/** A path that does not name a file with bytes to read. */
export class NotAFile extends Error {
  override readonly name = 'NotAFile';
}

/** The file is not the one that was promised any more. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
  constructor() {
    super('The file changed while it was sent.');
  }
}
