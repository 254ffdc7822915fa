import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The name in the template of the resource that a construct makes; cdk-nag speaks of it so. */
export const logicalIdOf = (construct: IConstruct): string => {
  const resource = construct.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? Stack.of(construct).getLogicalId(resource) : '';
};
