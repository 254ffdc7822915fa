import { Aws } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import type { Bucket } from 'aws-cdk-lib/aws-s3';
import { bucket as settings } from '../config/bucket';
import { allow } from './allow';

/**
 * What GuardDuty needs to scan a bucket's user objects: it watches the bucket through an EventBridge rule of its own,
 * checks that it can write, and reads and tags objects.
 * https://docs.aws.amazon.com/guardduty/latest/ug/malware-protection-s3-iam-policy-prerequisite.html
 */
export const scanStatements = (bytes: Bucket): PolicyStatement[] => {
  const objects = bytes.arnForObjects(`${settings.keyPrefix}*`);
  return [
    new PolicyStatement({
      actions: ['events:PutRule'],
      resources: [managedRule],
      conditions: {
        StringEquals: managedByGuardDuty,
        'ForAllValues:StringEquals': {
          'events:source': 'aws.s3',
          'events:detail-type': ['Object Created', 'AWS API Call via CloudTrail'],
        },
        Null: { 'events:source': 'false', 'events:detail-type': 'false' },
      },
    }),
    new PolicyStatement({
      actions: ['events:DeleteRule', 'events:PutTargets', 'events:RemoveTargets'],
      resources: [managedRule],
      conditions: { StringEquals: managedByGuardDuty },
    }),
    ...allow(['events:DescribeRule', 'events:ListTargetsByRule'], [managedRule]),
    ...allow(['s3:GetBucketNotification', 's3:ListBucket', 's3:PutBucketNotification'], [bytes.bucketArn]),
    ...allow(['s3:PutObject'], [bytes.arnForObjects('malware-protection-resource-validation-object')]),
    ...allow(
      [
        's3:GetObject',
        's3:GetObjectTagging',
        's3:GetObjectVersion',
        's3:GetObjectVersionTagging',
        's3:PutObjectTagging',
        's3:PutObjectVersionTagging',
      ],
      [objects],
    ),
  ];
};

const managedRule = `arn:${Aws.PARTITION}:events:${Aws.REGION}:${Aws.ACCOUNT_ID}:rule/DO-NOT-DELETE-AmazonGuardDutyMalwareProtectionS3*`;

const managedByGuardDuty = { 'events:ManagedBy': 'malware-protection-plan.guardduty.amazonaws.com' };
