import { PolicyStatement } from 'aws-cdk-lib/aws-iam';

/** A statement that allows the actions on the resources; none when there are no actions. */
export const allow = (actions: readonly string[], resources: readonly string[]): PolicyStatement[] =>
  actions.length === 0 ? [] : [new PolicyStatement({ actions: [...actions], resources: [...resources] })];
