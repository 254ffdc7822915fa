import { Aws } from 'aws-cdk-lib';
import type { StageConfig } from './config';

/**
 * The name of what the regions of an account have in common (CloudFront, dashboards): it says the region, so that a stage in
 * one is not in the way of the same stage in another, to which it may have to move.
 */
export const sharedName = (stage: StageConfig): string => `MyFiles-${stage.name}-${Aws.REGION}`;
