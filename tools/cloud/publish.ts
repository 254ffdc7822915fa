import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { S3Client } from '@aws-sdk/client-s3';
import { projectRoot } from '../paths';
import { amplifyOutputs } from '../outputs/amplifyOutputs';
import { OutputsMissing } from '../outputs/errors';
import { deploymentFile, readDeployment, readStack, stackOutputs } from '../outputs/stackOutputs';
import { oneLine } from './oneLine';
import { publishPages } from './publishPages';

const readStage = () => {
  const { values } = parseArgs({
    strict: false,
    options: { stage: { type: 'string' } },
  });
  if (typeof values.stage !== 'string') throw new OutputsMissing('Say --stage dev or --stage prod.');
  return values.stage;
};

/** `npm run publish:page -- --stage dev|prod`: puts what `npm run build` made into the deployed bucket. */
await oneLine(async () => {
  const stage = readStage();
  const text = await readDeployment(deploymentFile(stage), stage);
  const output = readStack(text, stage);
  const keys = await publishPages({
    client: new S3Client({ region: output('Region') }),
    bucket: output('PageBucketName'),
    folder: join(projectRoot, 'dist/web'),
    configuration: amplifyOutputs(stackOutputs(text, stage)),
  });
  console.log(`Published ${keys.length} files: ${output('PageUrl')}`);
  return 0;
});
