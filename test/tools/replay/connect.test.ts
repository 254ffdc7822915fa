import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { connectToStage } from '../../../tools/replay/connect';
import { at, isObject } from '../../infra/template/json';
import { region, resolve } from '../../infra/template/resolve';
import { readProject, synthesize } from '../../infra/template/synthesize';

it('finds the queue of a stage by what its own stack says', { timeout: 120_000 }, async () => {
  const { template } = synthesize(await readProject(), 'dev');
  const said = Object.entries(isObject(template.Outputs) ? template.Outputs : {}).map(
    ([name, output]) => [name, resolve(template, at(output, 'Value'))] as const,
  );
  const file = await fileOf({ 'MyFiles-dev': Object.fromEntries(said) });

  const { queueUrl, queue, streams, functions, close } = await connectToStage('dev', file);
  onTestFinished(close);

  expect(queueUrl).toContain('MyAppDeadLetters');
  for (const client of [queue, streams, functions]) expect(await client.config.region()).toBe(region);
});

async function fileOf(content: object): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'myfiles-deployed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const file = join(folder, 'dev.json');
  await writeFile(file, JSON.stringify(content));
  return file;
}
