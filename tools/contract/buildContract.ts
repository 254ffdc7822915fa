import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildSchema, introspectionFromSchema } from 'graphql';
import { projectRoot } from '../paths';
import { emitTypes } from './emitTypes';
import { readContract } from './schemas';

/** Builds the package for client teams into a folder, which is emptied first. */
export const buildContract = async (folder: string): Promise<void> => {
  const sdl = await readContract();
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const put = (name: string, text: string) => writeFile(join(folder, name), text);
  const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  await put('schema.graphql', sdl);
  await put('schema.json', json({ data: introspectionFromSchema(buildSchema(sdl)) }));
  await put('package.json', json(await manifest()));
  await cp(join(projectRoot, 'schema/operations'), join(folder, 'operations'), { recursive: true });
  await cp(join(projectRoot, 'schema/clients'), join(folder, 'clients'), { recursive: true });
  await cp(join(projectRoot, 'schema/clients/README.md'), join(folder, 'README.md'));
  await cp(join(projectRoot, 'LICENSE'), join(folder, 'LICENSE'));
  emitTypes(folder);
};

const manifest = async () => {
  const { version, license, devDependencies } = JSON.parse(await readFile(join(projectRoot, 'package.json'), 'utf8'));
  const typedDocuments = '@graphql-typed-document-node/core';
  return {
    name: 'myfiles-contract',
    version,
    description: 'The contract of MyFiles: schema, operations and their types',
    license,
    type: 'module',
    exports: {
      './amplify': entry('amplify'),
      './documents': entry('documents'),
      './types': { require: { types: './cjs/types.d.ts' }, types: './types.d.ts' },
      './schema.graphql': './schema.graphql',
      './schema.json': './schema.json',
    },
    dependencies: { [typedDocuments]: devDependencies[typedDocuments] },
  };
};

const entry = (name: string) => ({
  require: { types: `./cjs/${name}.d.ts`, default: `./cjs/${name}.js` },
  types: `./${name}.d.ts`,
  default: `./${name}.js`,
});
