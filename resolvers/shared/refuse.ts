import { util } from '@aws-appsync/utils';
import type { FileErrorCode } from '../../schema/generated/types';

/** Ends the request with a typed error of the contract. */
export const refuse = (code: FileErrorCode, message: string): never => util.error(message, code);
