import type { FileErrorCode } from '../../schema/generated/types';

/** Why the bytes are not the promised ones. */
export interface Refusal {
  readonly proven: false;
  readonly code: FileErrorCode;
  readonly message: string;
}

export const refusal = (code: FileErrorCode, message: string): Refusal => ({ proven: false, code, message });
