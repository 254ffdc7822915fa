import { place } from '../../place';
import { element } from '../../xml';
import { callerId } from './callerId';
import type { Operation } from './operation';

/** Who signed; no policy can deny it. https://docs.aws.amazon.com/STS/latest/APIReference/API_GetCallerIdentity.html */
export const getCallerIdentity: Operation = (_input, { arn = '' }) => [
  element('Arn', arn),
  element('UserId', callerId(arn)),
  element('Account', place.accountId),
];
