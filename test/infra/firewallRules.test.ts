import { expect, it } from 'vitest';
import { stages } from '../../infra/config';
import { at, listOf } from './template/json';
import { account, region, resolve } from './template/resolve';
import { onlyResource } from './template/resources';
import { readProject, synthesize } from './template/synthesize';

/**
 * The rules in AWS's managed rule groups that inspect the body, and the one that requires a user agent, by AWS's names.
 * https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html
 */
const countOnly: Readonly<Record<string, readonly string[]>> = {
  AWSManagedRulesAmazonIpReputationList: [],
  AWSManagedRulesKnownBadInputsRuleSet: ['JavaDeserializationRCE_BODY', 'Log4JRCE_BODY', 'ReactJSRCE_BODY'],
  AWSManagedRulesCommonRuleSet: [
    'NoUserAgent_HEADER',
    'SizeRestrictions_BODY',
    'CrossSiteScripting_BODY',
    'GenericLFI_BODY',
    'GenericRFI_BODY',
    'EC2MetaDataSSRF_BODY',
  ],
};

const timeout = 120_000;

it('takes what the function publishes for no flood, and counts all else', { timeout }, async () => {
  const { template } = synthesize(await readProject(), stages.prod);
  const { properties } = onlyResource(template, 'AWS::WAFv2::WebACL');
  const asIs = [{ Priority: 0, Type: 'NONE' }];

  expect(at(properties, 'Rules', 0, 'Statement', 'RateBasedStatement', 'ScopeDownStatement')).toEqual({
    NotStatement: {
      Statement: {
        AndStatement: {
          Statements: [
            {
              ByteMatchStatement: {
                FieldToMatch: { UriPath: {} },
                PositionalConstraint: 'EXACTLY',
                SearchString: '/graphql',
                TextTransformations: asIs,
              },
            },
            {
              ByteMatchStatement: {
                FieldToMatch: { SingleHeader: { Name: 'authorization' } },
                PositionalConstraint: 'STARTS_WITH',
                SearchString: 'AWS4-HMAC-SHA256 ',
                TextTransformations: asIs,
              },
            },
          ],
        },
      },
    },
  });
});

it('stops nobody for the name of a file, nor for want of a user agent', { timeout }, async () => {
  const { template } = synthesize(await readProject(), stages.prod);
  const { properties } = onlyResource(template, 'AWS::WAFv2::WebACL');
  const groups = listOf(properties.Rules)
    .map((rule) => at(rule, 'Statement', 'ManagedRuleGroupStatement'))
    .filter((group) => group !== undefined);

  expect(groups.map((group) => at(group, 'Name'))).toEqual(Object.keys(countOnly));
  for (const group of groups) {
    const counted = (countOnly[String(at(group, 'Name'))] ?? []).map((Name) => ({
      Name,
      ActionToUse: { Count: {} },
    }));

    expect(listOf(at(group, 'RuleActionOverrides'))).toEqual(counted);
  }
});

// A log's own redaction does not cover WAF's sampled requests, which include allowed ones.
// https://docs.aws.amazon.com/waf/latest/APIReference/API_DataProtectionConfig.html
it('keeps tokens out of its log and out of its samples', { timeout }, async () => {
  const { template } = synthesize(await readProject(), stages.prod);
  const { properties } = onlyResource(template, 'AWS::WAFv2::WebACL');

  expect(at(properties, 'DataProtectionConfig', 'DataProtections')).toEqual([
    {
      Action: 'SUBSTITUTION',
      Field: { FieldType: 'SINGLE_HEADER', FieldKeys: ['authorization', 'sec-websocket-protocol'] },
    },
    { Action: 'SUBSTITUTION', Field: { FieldType: 'QUERY_STRING' } },
  ]);
});

// https://docs.aws.amazon.com/waf/latest/developerguide/logging-cw-logs.html#logging-cw-logs-naming
it('names the group of its log as WAF takes it, without the star of its streams', { timeout }, async () => {
  const { template } = synthesize(await readProject(), stages.prod);
  const { properties } = onlyResource(template, 'AWS::WAFv2::LoggingConfiguration');

  expect(resolve(template, properties.LogDestinationConfigs)).toEqual([
    `arn:aws:logs:${region}:${account}:log-group:aws-waf-logs-myfiles-prod`,
  ]);
});
