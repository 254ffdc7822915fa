/** There was no response, or storage is too busy: worth a retry. */
export class ConnectionFailed extends Error {
  override readonly name = 'ConnectionFailed';
}

/** A path that does not name a file with bytes to read. */
export class NotAFile extends Error {
  override readonly name = 'NotAFile';
}

/** The file is no longer the one that was promised. */
export class FileChanged extends Error {
  override readonly name = 'FileChanged';
  constructor() {
    super('The file changed while it was being sent.');
  }
}

/** The file holds fewer bytes than its size: it was cut meanwhile, or the system made the size up, as in /sys. */
export class EndedEarly extends Error {
  override readonly name = 'EndedEarly';
  constructor(read: number, size: number) {
    super(`It ended after ${read} of the ${size} bytes that it should have.`);
  }
}
