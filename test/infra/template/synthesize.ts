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
  /** The folder of the cloud assembly: the template's assets lie in it. */
  readonly directory: string;
}

/** The project's own code and schema. */
export const readProject = async (): Promise<ProjectInput> => ({
  code: await bundleProject(),
  schema: await readFile(join(projectRoot, 'schema/schema.graphql'), 'utf8'),
});

/** Synthesizes a stage to a temporary folder, with all checks that `npm run synth` makes. */
export const synthesize = ({ code, schema }: ProjectInput, stage: StageConfig | StageName): Synthesis => {
  const { app, stack } = createApp({ stage: typeof stage === 'string' ? stages[stage] : stage, code, schema });
  const assembly = app.synth();
  const template: unknown = assembly.getStackArtifact(stack.artifactId).template;
  if (!isObject(template)) throw new TypeError('The template is not an object.');
  return { template, directory: assembly.directory };
};
