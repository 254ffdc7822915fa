import { Duration } from 'aws-cdk-lib';
import { ArnPrincipal, Policy, PolicyDocument, type PolicyStatement, Role } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge';
import { allow } from './allow';
import { ownersKeys } from './grantStatements';
import { logicalIdOf } from './logicalIdOf';

export interface SessionRoleProps {
  readonly functionRole: Role;
  /** What a session may do. */
  readonly statements: readonly PolicyStatement[];
  readonly bytes: Bucket;
}

export interface SessionRole {
  readonly role: Role;
  /** The policy that lets the function start sessions. It is separate because each role names the other. */
  readonly permission: Policy;
}

/**
 * The role that a function assumes while it serves one person: only that function may assume it, and only with a tag
 * that names the person. When a role assumes a role, the session lasts an hour at most.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html
 */
export const createSessionRole = (
  scope: Construct,
  { functionRole, statements, bytes }: SessionRoleProps,
): SessionRole => {
  const role = new Role(scope, 'SessionRole', {
    assumedBy: new ArnPrincipal(functionRole.roleArn).withConditions(taggedWithOwner).withSessionTags(),
    maxSessionDuration: Duration.hours(1),
    inlinePolicies: { OwnersBytes: new PolicyDocument({ statements: [...statements] }) },
  });
  const inFinding = ownersKeys.replace('${', '<').replace('}', '>'); // cdk-nag's spelling
  acknowledge(role, {
    [`AwsSolutions-IAM5[Resource::<${logicalIdOf(bytes)}.Arn>/${inFinding}]`]:
      'The star is one person’s keys: whose, says the tag of the session, and the random part is made for each upload.',
  });
  const permission = new Policy(scope, 'Sessions', {
    statements: allow(['sts:AssumeRole', 'sts:TagSession'], [role.roleArn]),
    roles: [functionRole],
  });
  return { role, permission };
};

/** Requires the tag, and allows no other. */
const taggedWithOwner = {
  Null: { 'aws:RequestTag/owner': 'false' },
  'ForAllValues:StringEquals': { 'aws:TagKeys': ['owner'] },
};
