import type { Endpoints } from '../../local/endpoints';
import { GetUploadUrl, SaveFileMetadata, UpdateFile } from '../../schema/generated/amplify';
import type { UploadTicket } from '../../schema/generated/types';
import { signUpPerson } from '../product/signUpPerson';

/** A file that is changed again and again. */
export interface BenchFile {
  readonly fileId: string;
  version: number;
}

export interface BenchPerson {
  readonly token: string;
  readonly store: () => Promise<BenchFile>;
  /** Renames a file; resolves with its new version. */
  readonly rename: (file: BenchFile) => Promise<number>;
}

/** Signs a new person up and in with Amplify; they stay signed in until the next call. */
export const createPerson = async (endpoints: Endpoints, username: string): Promise<BenchPerson> => {
  // Amplify rewrites only lower-case http:// to wss://, so this spelling stays plain.
  const token = await signUpPerson({ ...endpoints, graphql: endpoints.graphql.replace('http', 'HTTP') }, username);
  const ask = async (query: string, input: object) => {
    const headers = { authorization: token, 'content-type': 'application/json' };
    const body = JSON.stringify({ query, variables: { input } });
    const answer = await fetch(endpoints.graphql, { method: 'POST', headers, body });
    const { data, errors } = JSON.parse(await answer.text());
    if (errors) throw new Error(JSON.stringify(errors));
    return data;
  };
  return {
    token,
    store: async () => {
      const { getUploadUrl } = await ask(GetUploadUrl, { fileName: 'note', contentType: 'text/plain', size: 5 });
      const { fileId, uploadUrl, headers }: UploadTicket = getUploadUrl;
      const sent = Object.fromEntries(headers.map(({ name, value }) => [name, value]));
      await fetch(uploadUrl ?? '', { method: 'PUT', headers: sent, body: 'bytes' });
      await ask(SaveFileMetadata, { fileId });
      return { fileId, version: 1 };
    },
    rename: async (file) => {
      const fileName = `note ${file.version}`;
      const { updateFile } = await ask(UpdateFile, { fileId: file.fileId, version: file.version, fileName });
      file.version = updateFile.version;
      return file.version;
    },
  };
};
