import { CfnResource, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The logical id of a construct's resource, by which cdk-nag refers to it. */
export const logicalIdOf = (construct: IConstruct): string => {
  const resource = construct.node.defaultChild;
  return CfnResource.isCfnResource(resource) ? Stack.of(construct).getLogicalId(resource) : '';
};
