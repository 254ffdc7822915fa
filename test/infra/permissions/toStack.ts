import { place } from '../../../local/place';
import { account, region } from '../template/resolve';
import type { Call } from './simulate';

/** Calls of the twin as the same calls of the stack, once for each principal, action and kind of resource. */
export const toStack = (calls: readonly Call[]): readonly Call[] => [
  ...new Map(
    calls
      .map((call) => ({ ...call, resource: arnInStack(call.resource) }))
      .map((call) => [`${call.by} ${call.action} ${call.resource}`, call]),
  ).values(),
];

const arnInStack = (arn: string): string =>
  arn
    .replace(`${place.region}:${place.accountId}`, `${region}:${account}`)
    .replace(place.bucketName, `myfiles-bytes-${account}-${region}`)
    .replace(`apis/${place.apiId}`, 'apis/abc')
    .replace(':function:', ':function:MyFiles-prod-')
    .replace(/\/stream\/.*$/, '/stream/2026')
    .replace(/\/uploads\/[^/]+\/[^/]+$/, '/uploads/of/somebody');
