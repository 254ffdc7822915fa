import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { StageConfig } from './config';

/**
 * Mails the stage's address when the month's costs exceed 80 % of the budget, and when they are forecast to exceed it.
 * It counts what has the stack's `Project` tag, once that is activated as a cost allocation tag.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html
 */
export const createBudget = (scope: Construct, { monthlyBudget, alarmEmail }: StageConfig): void => {
  if (monthlyBudget === undefined || alarmEmail === undefined) return;
  new CfnBudget(scope, 'Budget', {
    budget: {
      // AWS chooses the name: when the address changes, CloudFormation creates a second budget before it deletes the
      // first, and a name of ours would be taken (cloudformation-coverage-roadmap#365).
      budgetType: 'COST',
      timeUnit: 'MONTHLY',
      budgetLimit: { amount: monthlyBudget, unit: 'USD' },
      costFilters: { TagKeyValue: ['user:Project$MyFiles'] },
    },
    notificationsWithSubscribers: [
      tell(alarmEmail, { notificationType: 'ACTUAL', threshold: 80 }),
      tell(alarmEmail, { notificationType: 'FORECASTED', threshold: 100 }),
    ],
  });
};

const tell = (address: string, when: { readonly notificationType: string; readonly threshold: number }) => ({
  notification: { ...when, comparisonOperator: 'GREATER_THAN', thresholdType: 'PERCENTAGE' },
  subscribers: [{ subscriptionType: 'EMAIL', address }],
});
