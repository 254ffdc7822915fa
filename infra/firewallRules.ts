import type { CfnWebACL } from 'aws-cdk-lib/aws-wafv2';

/** The name of a rule's metrics in CloudWatch. */
export const visibility = (metricName: string): CfnWebACL.VisibilityConfigProperty => ({
  metricName,
  cloudWatchMetricsEnabled: true,
  sampledRequestsEnabled: true,
});

/**
 * One address may send 2000 requests in five minutes; a busy office behind one address stays far below. Signed requests
 * to the API are not counted: `followTable` sends them from one address, one for each event, so seven changes a second
 * would be a flood. A forged signature is refused by AppSync itself.
 * https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-statement-type-rate-based.html
 */
export const rateRule: CfnWebACL.RuleProperty = {
  name: 'LimitRate',
  priority: 0,
  action: { block: {} },
  statement: {
    rateBasedStatement: {
      limit: 2000,
      aggregateKeyType: 'IP',
      evaluationWindowSec: 300,
      scopeDownStatement: {
        notStatement: {
          statement: {
            andStatement: {
              statements: [
                matches({ uriPath: {} }, 'EXACTLY', '/graphql'),
                matches({ singleHeader: { Name: 'authorization' } }, 'STARTS_WITH', 'AWS4-HMAC-SHA256 '),
              ],
            },
          },
        },
      },
    },
  },
  visibilityConfig: visibility('LimitRate'),
};

/**
 * AWS's managed rule groups. File names and `extra` are free text, such as `${jndi:ldap://x}`, so rules that inspect
 * the body only count. So does the rule against a missing user agent: Node's `https` sends none, nor does `ws`, with
 * which programs subscribe, and the rule was seen to block such programs (cloudfront-authorization-at-edge#264).
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
    'NoUserAgent_HEADER',
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'EC2MetaDataSSRF_BODY',
  ]),
];

function matches(
  fieldToMatch: CfnWebACL.FieldToMatchProperty,
  positionalConstraint: 'EXACTLY' | 'STARTS_WITH',
  searchString: string,
): CfnWebACL.StatementProperty {
  const textTransformations = [{ priority: 0, type: 'NONE' }];
  return { byteMatchStatement: { fieldToMatch, positionalConstraint, searchString, textTransformations } };
}

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
