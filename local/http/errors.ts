/** The port is in use by another program. */
export class PortInUse extends Error {
  override readonly name = 'PortInUse';

  constructor(readonly port: number) {
    super(`Port ${port} is in use. Stop the program that holds it, or choose another with --port N (0: any free one).`);
  }
}

/** The host to listen on is not an address of this machine. */
export class HostUnusable extends Error {
  override readonly name = 'HostUnusable';

  constructor(readonly host: string) {
    super(`Nothing can listen on ${host}. Name an address of this machine with --host HOST (0.0.0.0: all of them).`);
  }
}

/** The request body exceeds the limit. */
export class BodyTooLarge extends Error {
  override readonly name = 'BodyTooLarge';

  constructor(readonly limitBytes: number) {
    super(`The request body is larger than ${limitBytes} bytes.`);
  }
}
