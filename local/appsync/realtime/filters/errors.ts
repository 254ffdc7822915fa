import { FieldFailure } from '../../errors';

/** A filter that AppSync would not accept; the subscription does not start. */
export class FilterRefused extends FieldFailure {
  override readonly name = 'FilterRefused';

  constructor(message: string) {
    super(`The subscription filter is not valid: ${message}`, { type: 'BadRequestException' });
  }
}
