import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks, ServerlessChecks } from 'cdk-nag';
import { MyFilesStack, type MyFilesProps } from './stack';

export interface AppProps extends MyFilesProps {
  /** Where the cloud assembly is written; a temporary folder when left out. */
  readonly outdir?: string;
  /** False skips the rules, which take seconds, for callers that only read the template. */
  readonly isChecked?: boolean;
}

/**
 * The CDK app of one stage, for any account, and any region but an opt-in one. Synthesis fails if a rule of cdk-nag or
 * of CloudFormation's own validation is broken.
 */
export const createApp = ({
  outdir,
  isChecked = true,
  ...props
}: AppProps): { readonly app: App; readonly stack: MyFilesStack } => {
  const app = new App({
    ...(outdir !== undefined && { outdir }),
    analyticsReporting: false,
    context: { ...featureFlags, [validation]: isChecked },
  });
  const stack = new MyFilesStack(app, props);
  if (isChecked) Validations.of(app).addPlugins(new AwsSolutionsChecks(app), new ServerlessChecks(app));
  return { app, stack };
};

/** The feature flag of CloudFormation's own validation. */
const validation = '@aws-cdk/core:validateAgainstDefaultRules';

// https://github.com/aws/aws-cdk/blob/main/packages/aws-cdk-lib/cx-api/FEATURE_FLAGS.md
const featureFlags = {
  '@aws-cdk/core:enablePartitionLiterals': true,
  '@aws-cdk/core:target-partitions': ['aws'],
  '@aws-cdk/core:annotationsInValidationReport': true,
  '@aws-cdk/core:explicitStackTags': true,
  // Access logs arrive by bucket policy: ACLs are off.
  '@aws-cdk/aws-s3:serverAccessLogsUseBucketPolicy': true,
  '@aws-cdk/aws-s3:publicAccessBlockedByDefault': true,
};
