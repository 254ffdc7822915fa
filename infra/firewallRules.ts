import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/** Under which name a rule counts in CloudWatch. */
export const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/** One address may ask 2000 times in five minutes: a busy office behind one address stays far below. */
export const rateRule: CfnWebACL.RuleProperty = {
  name: 'LimitRate',
  priority: 0,
  action: { block: {} },
  statement: { rateBasedStatement: { limit: 2000, aggregateKeyType: 'IP', evaluationWindowSec: 300 } },
  visibilityConfig: visibility('LimitRate'),
};

/**
 * AWS's own lists. Names of files and `extra` are free text, such as `${jndi:ldap://x}`: rules that read the body only count.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
export const managedRules: CfnWebACL.RuleProperty[] = [
  managedRule('AWSManagedRulesAmazonIpReputationList', 1),
  managedRule('AWSManagedRulesKnownBadInputsRuleSet', 2, [
    'JavaDeserializationRCE_BODY',
    'Log4JRCE_BODY',
    'ReactJSRCE_BODY',
  ]),
  managedRule('AWSManagedRulesCommonRuleSet', 3, [
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'EC2MetaDataSSRF_BODY',
  ]),
];

function managedRule(name: string, priority: number, counted: readonly string[] = []): CfnWebACL.RuleProperty {
  return {
    name,
    priority,
    overrideAction: { none: {} },
    statement: {
      managedRuleGroupStatement: {
        vendorName: 'AWS',
        name,
        ruleActionOverrides: counted.map((rule) => ({ name: rule, actionToUse: { count: {} } })),
      },
    },
    visibilityConfig: visibility(name),
  };
}
