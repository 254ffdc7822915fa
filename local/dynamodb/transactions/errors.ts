import { TableError } from '../errors';
import type { JsonObject } from '../../json';

/** Why one action of a transaction failed; `None` if it did not. */
export interface CancellationReason {
  readonly Code: string;
  readonly Message?: string;
  readonly Item?: JsonObject;
}

/** The whole transaction was canceled; there is one reason per action, in the order of the request. */
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

/** A ClientRequestToken was reused with a different request. */
export class IdempotentParameterMismatch extends TableError {
  constructor() {
    super(
      'IdempotentParameterMismatchException',
      'The request uses the same client token as a previous, but non-identical request.',
    );
  }
}
