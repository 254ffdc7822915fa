import { join } from 'node:path';
import { S3Client } from '@aws-sdk/client-s3';
import { parseCommandLine } from '../parseCommandLine';
import { projectRoot } from '../paths';
import { runCommand } from '../runCommand';
import { amplifyOutputs } from '../outputs/amplifyOutputs';
import { OutputsMissing } from '../outputs/errors';
import { deploymentFile, readDeployment, readStack, stackOutputs } from '../outputs/stackOutputs';
import { publishPages } from './publishPages';

const usage =
  'npm run publish:page -- --stage dev|prod    uploads the output of `npm run build` to the deployed bucket';

/** Does what `usage` says. */
await runCommand(usage, async (args) => {
  const { stage } = parseCommandLine(
    { args: [...args], options: { stage: { type: 'string' } } },
    OutputsMissing,
  ).values;
  if (stage === undefined) throw new OutputsMissing('Use --stage dev or --stage prod.');
  const text = await readDeployment(deploymentFile(stage));
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
