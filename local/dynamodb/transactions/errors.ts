import { TableError } from '../errors';
import type { JsonObject } from '../json';

/** Why one action of a transaction did not pass; `None` for one that would have. */
export interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: JsonObject;
}

/** The whole transaction was refused; each action has its reason, in the order of the request. */
export class TransactionCanceled extends TableError {
  constructor(reasons: readonly CancellationReason[]) {
    const codes = reasons.map(({ Code }) => Code).join(', ');
    super(
      'TransactionCanceledException',
      `Transaction cancelled, please refer cancellation reasons for specific reasons [${codes}]`,
      400,
      { CancellationReasons: reasons },
    );
  }
}

/** A ClientRequestToken came again with another request. */
export class IdempotentParameterMismatch extends TableError {
  constructor() {
    super(
      'IdempotentParameterMismatchException',
      'The request uses the same client token as a previous, but non-identical request.',
    );
  }
}
