import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Project } from '../../local/project';

const signOf = (folder: string): string => join(folder, 'trouble');

/** Sets whether one in four calls made by `followTable` fails. */
export const troubleNetwork = (folder: string, isTroubled: boolean): Promise<void> =>
  isTroubled ? writeFile(signOf(folder), '') : rm(signOf(folder), { force: true });

/** The project with the deployed `followTable` on a network that can be made to fail. */
export const withTroubledNetwork = async (project: Project, folder: string): Promise<Project> => {
  const { followTable, ...others } = project.bundles.functions;
  if (followTable === undefined) throw new TypeError('There is no followTable.');
  const text = `
    import http from 'node:http';
    import { existsSync } from 'node:fs';
    import { syncBuiltinESMExports } from 'node:module';
    const { request } = http;
    const { fetch } = globalThis;
    const pass = () => {
      if (existsSync(${JSON.stringify(signOf(folder))}) && Math.random() < 0.25) throw new Error('The network is down.');
    };
    http.request = (...args) => { pass(); return request(...args); };
    syncBuiltinESMExports();
    globalThis.fetch = async (...args) => { pass(); return fetch(...args); };
    export const { handler } = await import(${JSON.stringify(pathToFileURL(followTable.file).href)});
  `;
  const directory = join(folder, 'followTable');
  await mkdir(directory, { recursive: true });
  const file = join(directory, 'index.mjs');
  await writeFile(file, text);
  const functions = { ...others, followTable: { directory, file } };
  return { ...project, bundles: { ...project.bundles, functions } };
};
