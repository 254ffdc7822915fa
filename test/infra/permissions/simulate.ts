import { runSimulation } from '@cloud-copilot/iam-simulate';
import { statementsOf } from '../template/grants';
import type { Json } from '../template/json';
import { account, resolve } from '../template/resolve';
import { resourcesOf } from '../template/resources';
import { rolesByPrincipal } from '../template/principals';

/** An AWS call by one of the stack's principals. */
export interface Call {
  readonly by: string;
  readonly action: string;
  readonly resource: string;
  /** For a session: the person that its tag names. */
  readonly owner?: string;
  readonly context?: Readonly<Record<string, string>>;
}

/** IAM's verdict on a call, by the caller's role, the bucket policy, and the trust policy of an assumed role. */
export const judge = async (template: Json, { by, action, resource, owner, context }: Call): Promise<string> => {
  const roleId = rolesByPrincipal(template).get(by);
  if (roleId === undefined) throw new RangeError(`Nobody is called ${by}.`);
  const principal = roleArn(template, roleId);
  const identityPolicy = { Version: '2012-10-17', Statement: statementsOf(template, roleId).map(({ raw }) => raw) };
  const outcome = await runSimulation(
    {
      request: {
        principal,
        action,
        resource: { resource, accountId: account },
        contextVariables: {
          'aws:PrincipalArn': principal,
          ...(action.startsWith('s3:') && freshSignature),
          ...(owner !== undefined && { 'aws:PrincipalTag/owner': owner }),
          ...(action.startsWith('sts:') && tagKeys(context)),
          ...context,
        },
      },
      identityPolicies: [{ name: roleId, policy: resolve(template, identityPolicy) }],
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: bucketPolicy(template, resource) ?? trustPolicy(template, resource),
    },
    {},
  );
  return outcome.resultType === 'error' ? `Error: ${JSON.stringify(outcome.errors)}` : outcome.overallResult;
};

const freshSignature = {
  's3:signatureversion': 'AWS4-HMAC-SHA256',
  's3:signatureAge': '1000',
  's3:TlsVersion': '1.3',
  'aws:SecureTransport': 'true',
};

/** `aws:TagKeys`: the keys of the tags that a request passes. */
const tagKeys = (context: Call['context'] = {}): Record<string, string[]> => {
  const keys = Object.keys(context).flatMap((key) => /^aws:RequestTag\/(.+)$/.exec(key)?.[1] ?? []);
  return keys.length === 0 ? {} : { 'aws:TagKeys': keys };
};

const trustPolicy = (template: Json, resource: string): unknown => {
  const role = resourcesOf(template, 'AWS::IAM::Role').find(({ id }) => roleArn(template, id) === resource);
  return role && resolve(template, role.properties.AssumeRolePolicyDocument);
};

/** A role's ARN, by its logical id. */
export const roleArn = (template: Json, id: string): string => String(resolve(template, { 'Fn::GetAtt': [id, 'Arn'] }));

const bucketPolicy = (template: Json, resource: string): unknown =>
  resourcesOf(template, 'AWS::S3::BucketPolicy')
    .filter(
      ({ properties }) => resource.split('/')[0] === `arn:aws:s3:::${String(resolve(template, properties.Bucket))}`,
    )
    .map(({ properties }) => resolve(template, properties.PolicyDocument))[0];
