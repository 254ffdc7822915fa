import { refusedOf } from '../../signatures/principal';
import { element } from '../../xml';
import { AccessDenied, ValidationError } from '../errors';
import { sessionArn } from '../roles';
import { callerId } from './callerId';
import { durationOf, refuseOthers, tagsOf, textOf } from './input';
import type { Operation } from './operation';

// `Tags=` is an empty list.
const known = /^(Action|Version|RoleArn|RoleSessionName|DurationSeconds|Tags|Tags\.member\.\d+\.(Key|Value))$/;

/** Partition, service and resource are not empty. */
const arnForm = /^arn:[^:]+:[^:]+:[^:]*:[^:]*:./;

/**
 * Begins a session of a role if both the caller's policies and the role's trust policy allow it. Session tags also need
 * `sts:TagSession`. https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html
 */
export const assumeRole: Operation = (input, caller, { roles, clock }) => {
  refuseOthers(input, known);
  const resource = textOf(input, 'RoleArn', { least: 20, most: 2048 });
  const sessionName = textOf(input, 'RoleSessionName', { least: 2, most: 64, pattern: /^[\w+=,.@-]*$/ });
  const seconds = durationOf(input);
  if (!arnForm.test(resource)) throw new ValidationError(`${resource} is invalid`);
  const tags = tagsOf(input);

  const actions = ['sts:AssumeRole', ...(tags.size > 0 ? ['sts:TagSession'] : [])];
  const context = Object.fromEntries([...tags].map(([key, value]) => [`aws:RequestTag/${key}`, value]));
  const wants = actions.map((action) => ({ action, resource, context }));
  const { arn = 'anonymous' } = caller;
  const role = roles.get(resource);
  const refused = refusedOf(caller, wants) ?? (role?.trusts(arn, tags) ? undefined : wants[0]);
  if (role === undefined || refused !== undefined) {
    throw new AccessDenied({ caller: arn, action: 'sts:AssumeRole', resource, ...refused });
  }
  if (seconds > role.maxSessionSeconds) {
    throw new ValidationError('The requested DurationSeconds exceeds the MaxSessionDuration set for this role.');
  }
  const session = role.begin({ sessionName, tags, endsAt: (Math.floor(clock() / 1000) + seconds) * 1000 });
  const assumed = sessionArn(role.arn, sessionName);
  return [
    element('Credentials', [
      element('AccessKeyId', session.accessKeyId),
      element('SecretAccessKey', session.secretAccessKey),
      element('SessionToken', session.sessionToken),
      element('Expiration', new Date(session.endsAt).toISOString().replace('.000', '')),
    ]),
    element('AssumedRoleUser', [element('Arn', assumed), element('AssumedRoleId', callerId(assumed))]),
  ];
};
