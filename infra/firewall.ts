import { Aws } from 'aws-cdk-lib';
import type { CfnGraphQLApi } from 'aws-cdk-lib/aws-appsync';
import type { CfnUserPool } from 'aws-cdk-lib/aws-cognito';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnLoggingConfiguration, CfnWebACL, CfnWebACLAssociation } from 'aws-cdk-lib/aws-wafv2';
import { Construct } from 'constructs';
import type { StageConfig } from './config';
import { managedRules, rateRule, visibility } from './firewallRules';
import { removalPolicyOf } from './removalPolicy';

export interface FirewallProps {
  readonly stage: StageConfig;
  readonly api: CfnGraphQLApi;
  readonly userPool: CfnUserPool;
}

/** A web ACL in front of the API and the sign-in, which stops floods and known attacks. What it blocks is logged. */
export class Firewall extends Construct {
  /** The name of the web ACL's metrics in CloudWatch. */
  readonly metricName: string;

  constructor(scope: Construct, id: string, { stage, api, userPool }: FirewallProps) {
    super(scope, id);
    this.metricName = `MyFiles-${stage.name}`;
    const acl = new CfnWebACL(this, 'Acl', {
      // The same name twice: CloudWatch's dimension is the metric name, while people look for the web ACL's name.
      name: this.metricName,
      scope: 'REGIONAL',
      defaultAction: { allow: {} },
      visibilityConfig: visibility(this.metricName),
      rules: [rateRule, ...managedRules],
      dataProtectionConfig: { dataProtections: [...withheld] },
    });
    new CfnWebACLAssociation(this, 'Api', { webAclArn: acl.attrArn, resourceArn: api.attrArn });
    new CfnWebACLAssociation(this, 'UserPool', { webAclArn: acl.attrArn, resourceArn: userPool.attrArn });
    logBlocked(this, acl, stage);
  }
}

/**
 * Keeps what may hold a token out of logs and request samples: the console shows samples of the last three hours,
 * allowed requests included, and a log's own redaction does not apply to them. A subscriber's token is in the
 * WebSocket's sub-protocol, an older client's in the query.
 * https://docs.aws.amazon.com/waf/latest/developerguide/data-protection-masking.html
 */
const withheld: readonly CfnWebACL.DataProtectProperty[] = [
  {
    action: 'SUBSTITUTION',
    field: { fieldType: 'SINGLE_HEADER', fieldKeys: ['authorization', 'sec-websocket-protocol'] },
  },
  { action: 'SUBSTITUTION', field: { fieldType: 'QUERY_STRING' } },
];

const logBlocked = (scope: Construct, acl: CfnWebACL, stage: StageConfig): void => {
  const group = new LogGroup(scope, 'Logs', {
    // WAF writes only to groups with this prefix.
    logGroupName: `aws-waf-logs-myfiles-${stage.name}`,
    retention: stage.logRetention,
    removalPolicy: removalPolicyOf(stage),
  });
  new CfnLoggingConfiguration(scope, 'Logging', {
    resourceArn: acl.attrArn,
    // The group's own ARN ends in `:*`, which WAF was seen to refuse (aws-cdk#18253).
    logDestinationConfigs: [
      `arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${group.logGroupName}`,
    ],
    loggingFilter: {
      DefaultBehavior: 'DROP',
      Filters: [{ Behavior: 'KEEP', Requirement: 'MEETS_ANY', Conditions: [{ ActionCondition: { Action: 'BLOCK' } }] }],
    },
  });
};
