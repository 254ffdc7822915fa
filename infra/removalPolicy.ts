import { RemovalPolicy } from 'aws-cdk-lib';
import type { StageConfig } from './config';

/** What becomes of a resource with data when it leaves the template. */
export const removalPolicyOf = (stage: StageConfig): RemovalPolicy =>
  stage.keepsData ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY;
