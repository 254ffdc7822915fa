import { Aws } from 'aws-cdk-lib';
import type { StageConfig } from './config';

/**
 * The name of resources that share a namespace across an account's regions (CloudFront, dashboards). It contains the
 * region, so that a stage does not collide with itself in another region, to which it may have to move.
 */
export const sharedName = (stage: StageConfig): string => `MyFiles-${stage.name}-${Aws.REGION}`;
