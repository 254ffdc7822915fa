import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createApp } from '../../../infra/createApp';
import { stages, type StageConfig, type StageName } from '../../../infra/config';
import { bundleProject, type ProjectBundles } from '../../../tools/bundle';
import { projectRoot } from '../../../tools/paths';
import { isObject, type Json } from './json';

/** The project as `npm run synth` reads it. */
export interface ProjectInput {
  readonly code: ProjectBundles;
  readonly schema: string;
}

/** What a synthesis leaves behind. */
export interface Synthesis {
  readonly template: Json;
  /** The files to be uploaded: by the name of the asset and of the file, their text. */
  readonly assets: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** The project's own code and schema. */
export const readProject = async (): Promise<ProjectInput> => ({
  code: await bundleProject(),
  schema: await readFile(join(projectRoot, 'schema/schema.graphql'), 'utf8'),
});

/** Synthesizes a stage in a temporary folder, without the rules: the tests of `createApp` hold it to them. */
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
