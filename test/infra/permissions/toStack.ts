import type { Call as TwinCall } from '../../../local/calls';
import { place } from '../../../local/place';
import type { Json } from '../template/json';
import { rolesByPrincipal } from '../template/principals';
import { account, region } from '../template/resolve';
import { roleArn, type Call } from './simulate';

/** The twin's calls as calls of the stack, once per principal, action and kind of resource. */
export const toStack = (calls: readonly TwinCall[], template: Json): readonly Call[] => [
  ...new Map(
    calls
      .map((call) => inStack(call, template))
      .map((call) => [`${call.by} ${call.action} ${call.resource} ${call.owner ?? ''}`, call]),
  ).values(),
];

/** Maps all people to one, called `of`; a session's owner who is not the resource's owner becomes `another`. */
const inStack = ({ by, action, resource, owner, context }: TwinCall, template: Json): Call => {
  const named = arnInStack(resource, template);
  const of = /\/uploads\/([^/]+)\/[^/]+$/.exec(named)?.[1];
  return {
    by,
    action,
    resource: named.replace(/\/uploads\/[^/]+\/[^/]+$/, '/uploads/of/somebody'),
    ...(owner !== undefined && { owner: of === undefined || of === owner ? 'of' : 'another' }),
    ...(context && { context }),
  };
};

const arnInStack = (arn: string, template: Json): string =>
  arn
    .replace(`${place.region}:${place.accountId}`, `${region}:${account}`)
    .replace(/^arn:aws:iam::\d+:role\/(\w+)-session$/, (_, name: string) => sessionRoleArn(template, name))
    .replace(place.bucketName, `myfiles-bytes-${account}-${region}`)
    .replace(`apis/${place.apiId}`, 'apis/abc')
    .replace(':function:', ':function:MyFiles-prod-')
    .replace(/\/stream\/.*$/, '/stream/2026');

/** The ARN of a function's session role in the stack. */
export const sessionRoleArn = (template: Json, name: string): string =>
  roleArn(template, rolesByPrincipal(template).get(`session of ${name}`) ?? '');
