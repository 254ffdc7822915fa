import { Aws } from 'aws-cdk-lib';
import { PolicyDocument, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as Lambda } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import { allow } from './allow';

/**
 * Runs a function every `everyHours` with an empty event. The scheduler has a role for it, so that the function needs
 * no resource policy. https://docs.aws.amazon.com/scheduler/latest/UserGuide/setting-up.html
 */
export const runOnSchedule = (lambda: Lambda, everyHours: number): void => {
  const role = new Role(lambda, 'ScheduleRole', {
    assumedBy: new ServicePrincipal('scheduler.amazonaws.com').withConditions({
      StringEquals: { 'aws:SourceAccount': Aws.ACCOUNT_ID },
    }),
    inlinePolicies: {
      Schedule: new PolicyDocument({ statements: allow(['lambda:InvokeFunction'], [lambda.functionArn]) }),
    },
  });
  new CfnSchedule(lambda, 'Schedule', {
    scheduleExpression: `rate(${everyHours} ${everyHours === 1 ? 'hour' : 'hours'})`,
    // At any time within a quarter of an hour.
    flexibleTimeWindow: { mode: 'FLEXIBLE', maximumWindowInMinutes: 15 },
    target: { arn: lambda.functionArn, roleArn: role.roleArn, input: '{}' },
  });
};
