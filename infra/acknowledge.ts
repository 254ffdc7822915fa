import { Validations } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** Records why a rule of cdk-nag does not hold for a construct: rule or finding id to reason. */
export const acknowledge = (construct: IConstruct, reasons: Readonly<Record<string, string>>): void => {
  Validations.of(construct).acknowledge(...Object.entries(reasons).map(([id, reason]) => ({ id, reason })));
};
