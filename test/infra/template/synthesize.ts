import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from '../../../infra/createApp';
import { stages, type StageConfig, type StageName } from '../../../infra/config';
import { bundleProject, type ProjectBundles } from '../../../tools/bundle';
import { projectRoot } from '../../../tools/paths';
import { isObject, type Json } from './json';

/** The project's inputs, as `npm run synth` reads them. */
export interface ProjectInput {
  readonly code: ProjectBundles;
  readonly schema: string;
}

/** The results of a synthesis. */
export interface Synthesis {
  readonly template: Json;
  /** The text of the files to upload, by asset name and file name. */
  readonly assets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The project's own code and schema. */
export const readProject = async (): Promise<ProjectInput> => ({
  code: await bundleProject(),
  schema: await readFile(join(projectRoot, 'schema/schema.graphql'), 'utf8'),
});

/** Synthesizes a stage in a temporary folder, without cdk-nag's rules, which the tests of `createApp` apply. */
export const synthesize = ({ code, schema }: ProjectInput, stage: StageConfig | StageName): Synthesis => {
  const { app, stack } = createApp({
    stage: typeof stage === 'string' ? stages[stage] : stage,
    code,
    schema,
    isChecked: false,
  });
  const assembly = app.synth();
  const template: unknown = assembly.getStackArtifact(stack.artifactId).template;
  if (!isObject(template)) throw new TypeError('The template is not an object.');
  const assets = readAssets(assembly.directory);
  rmSync(assembly.directory, { recursive: true });
  return { template, assets };
};

const readAssets = (directory: string): Synthesis['assets'] =>
  Object.fromEntries(
    readdirSync(directory)
      .filter((name) => name.startsWith('asset.'))
      .map((name) => [name.replace('asset.', ''), readFiles(join(directory, name))]),
  );

const readFiles = (directory: string): Record<string, string> =>
  Object.fromEntries(readdirSync(directory).map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
