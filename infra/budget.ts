import { CfnBudget } from 'aws-cdk-lib/aws-budgets';
import type { Construct } from 'constructs';
import type { StageConfig } from './config';

/**
 * Mails the stage's address when the month's bill passes four fifths of the budget, and when it is going to pass it. It
 * counts what carries the stage's tags, once they are activated as cost allocation tags.
 * https://docs.aws.amazon.com/cost-management/latest/userguide/budgets-create-filters.html
 */
export const createBudget = (scope: Construct, { monthlyBudget, alarmEmail }: StageConfig): void => {
  if (monthlyBudget === undefined || alarmEmail === undefined) return;
  new CfnBudget(scope, 'Budget', {
    budget: {
      // AWS names it: with another address CloudFormation makes a second one before it deletes the first, and a name of
      // ours would be taken (cloudformation-coverage-roadmap#365).
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
