import { CommandFailed } from '../tools/errors';

/** An invalid command line. Its message says what to type instead. */
export class InvalidOption extends CommandFailed {
  override readonly name = 'InvalidOption';
}

/** A resolver, step or function that the manifest names has no code. */
export class MissingCode extends Error {
  override readonly name = 'MissingCode';
  constructor(kind: 'resolver' | 'step' | 'function', id: string) {
    super(`The ${kind} ${id} is in resolvers/manifest.ts but has no code.`);
  }
}

/** The manifest asks for something that CloudFormation or AppSync would refuse later and less clearly. */
export class InvalidWiring extends Error {
  override readonly name = 'InvalidWiring';
}
