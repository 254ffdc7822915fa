import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleProject } from '../../tools/bundle';
import { buildDirectory } from '../../tools/paths';
import { median } from '../measureRow';
import type { Row } from '../row';
import { startSts } from './startSts';

const starts = 15;

const environment = {
  BUCKET_NAME: 'bench',
  AWS_REGION: 'us-east-1',
  AWS_ACCESS_KEY_ID: 'AKIABENCH',
  AWS_SECRET_ACCESS_KEY: 'bench',
  SESSION_ROLE_ARN: 'arn:aws:iam::000000000000:role/bench',
  URL_LIFETIME_SECONDS: '300',
};

const event = {
  owner: 'one',
  key: 'uploads/one/1',
  size: 5,
  contentType: 'image/png',
  checksumSha256: null,
  checksumCrc64Nvme: null,
};

/** The median time in milliseconds of a process that loads a function and, given an STS endpoint, calls it once. */
const startCold = async (directory: string, sts?: string): Promise<number> => {
  const module = JSON.stringify(pathToFileURL(join(directory, 'index.mjs')).href);
  const call = sts === undefined ? '' : `.then(({ handler }) => handler(${JSON.stringify(event)}))`;
  const env = { ...environment, ...(sts !== undefined && { AWS_ENDPOINT_URL_STS: sts }) };
  const times: number[] = [];
  for (let count = 0; count < starts; count += 1) {
    const start = performance.now();
    const child = spawn(process.execPath, ['-e', `import(${module})${call}`], {
      env,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const [code] = await once(child, 'exit');
    times.push(performance.now() - start);
    if (code !== 0) throw new Error(`The function in ${directory} failed.`);
  }
  return median(times);
};

const emptyFunction = async (): Promise<string> => {
  const directory = join(buildDirectory, 'bench', 'empty');
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'index.mjs'), 'export const handler = async () => ({});\n');
  return directory;
};

/** The signing Lambdas: bundle size, and the time of a cold start to the first URL, including its session. */
export const lambdaRows = async (): Promise<readonly Row[]> => {
  const { functions } = await bundleProject();
  const empty = await emptyFunction();
  const sts = await startSts();
  const signUpload = functions['signUpload']?.directory ?? '';
  const sizes = ['signUpload', 'signDownload'].map((name): Row => {
    const file = functions[name]?.file ?? '';
    return {
      name: `bundle of ${name}`,
      unit: 'KiB',
      measure: async () => (await stat(file)).size / 1024,
      goal: { of: 'figure', atMost: 25 },
      rounds: 1,
    };
  });
  return [
    ...sizes,
    {
      name: 'cold start until it can sign, process',
      unit: 'ms',
      floor: () => startCold(empty),
      measure: () => startCold(signUpload),
      goal: { of: 'ratio', atMost: 1.3 },
    },
    {
      name: 'so to the first URL, with a session',
      unit: 'ms',
      floor: () => startCold(empty, sts),
      measure: () => startCold(signUpload, sts),
    },
  ];
};
