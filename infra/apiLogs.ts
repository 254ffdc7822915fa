import { Aws } from 'aws-cdk-lib';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import { Policy, Role, ServicePrincipal, type PrincipalBase } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { Construct } from 'constructs';
import { allow } from './allow';
import type { StageConfig } from './config';
import { removalPolicyOf } from './removalPolicy';

/**
 * The API's log group and the role that writes to it. The role must exist before the API, while the group's name is
 * known only after it. Hence the role may not create groups: AppSync would create this one first, without retention,
 * and our creation would fail.
 */
export class ApiLogs extends Construct {
  readonly role: Role;
  private readonly stage: StageConfig;

  constructor(scope: Construct, id: string, stage: StageConfig) {
    super(scope, id);
    this.stage = stage;
    this.role = new Role(this, 'Role', { assumedBy: logWriter() });
  }

  /** Creates the group that AppSync writes to, with our retention, and lets the role write there only. */
  receive(api: CfnGraphQLApi): void {
    const group = new LogGroup(this, 'Group', {
      // AppSync's name for it: https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
      logGroupName: `/aws/appsync/apis/${api.attrApiId}`,
      retention: this.stage.logRetention,
      removalPolicy: removalPolicyOf(this.stage),
    });
    new Policy(this, 'Policy', {
      roles: [this.role],
      statements: allow(['logs:CreateLogStream', 'logs:PutLogEvents'], [group.logGroupArn]),
    });
  }
}

/**
 * AppSync, writing the log of an API of this account. AWS says that AppSync names the account when it assumes the role
 * of a source, but nothing of this role: if it did not and had to, the log would stay empty, and nobody would notice.
 * https://docs.aws.amazon.com/appsync/latest/devguide/attaching-a-data-source.html
 */
const logWriter = (): PrincipalBase =>
  new ServicePrincipal('appsync.amazonaws.com').withConditions({
    StringEqualsIfExists: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
  });
