import { randomBytes } from 'node:crypto';
import { Amplify } from 'aws-amplify';
import { generateClient } from 'aws-amplify/api';
import { confirmSignUp, getCurrentUser, signIn, signOut, signUp } from 'aws-amplify/auth';
import { resourcesConfig } from '../../local/endpoints';
import { GetDownloadUrl, GetUploadUrl, MyFiles, SaveFileMetadata } from '../../schema/generated/amplify';
import type { ClientEndpoints } from '../findEndpoints';
import { sha256, type DemoFile } from './demoFile';
import type { Step } from './steps';

/**
 * The main job with the unmodified Amplify client: sign up, sign in, upload, save, list, download, compare.
 * Rejects with StepFailed; resolves once the bytes received are those that were sent.
 */
export const runMainJob = async (endpoints: ClientEndpoints, file: DemoFile, step: Step): Promise<void> => {
  Amplify.configure(resourcesConfig(endpoints));
  const client = generateClient();
  const username = `demo-${randomBytes(4).toString('hex')}@example.com`;
  const password = `Demo-${randomBytes(9).toString('base64url')}-1a`;

  await step('sign up', async () => {
    const { nextStep } = await signUp({ username, password });
    return { result: nextStep, shown: `${username}, next ${nextStep.signUpStep}` };
  });
  const confirmationCode = await step('read the code', async () => {
    const answer = await fetch(`${endpoints.mailbox}?username=${encodeURIComponent(username)}`);
    const { code }: { code: string } = JSON.parse(await answer.text());
    return { result: code, shown: code };
  });
  await step('confirm', async () => {
    const { nextStep } = await confirmSignUp({ username, confirmationCode });
    return { result: nextStep, shown: `next ${nextStep.signUpStep}` };
  });
  await step('sign in (SRP)', async () => {
    await signIn({ username, password });
    const user = await getCurrentUser();
    return { result: user, shown: `sub ${user.userId}` };
  });

  const ticket = await step('getUploadUrl', async () => {
    const { name: fileName, contentType, checksumSha256, bytes } = file;
    const input = { fileName, contentType, checksumSha256, size: bytes.size };
    const { data } = await client.graphql({ query: GetUploadUrl, variables: { input } });
    const { fileId, method, headers } = data.getUploadUrl;
    const shown = `file ${fileId}, ${method} with ${headers.map(({ name }) => name).join(', ')}`;
    return { result: data.getUploadUrl, shown };
  });
  await step('PUT the bytes', async () => {
    const headers = Object.fromEntries(ticket.headers.map(({ name, value }) => [name, value]));
    const answer = await fetch(ticket.uploadUrl ?? '', { method: 'PUT', headers, body: file.bytes });
    if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
    return { result: null, shown: `${answer.status}, ETag ${answer.headers.get('etag') ?? 'hidden'}` };
  });
  await step('saveFileMetadata', async () => {
    const input = { fileId: ticket.fileId };
    const { data } = await client.graphql({ query: SaveFileMetadata, variables: { input } });
    const { fileName, status, size } = data.saveFileMetadata;
    return { result: null, shown: `${fileName} is ${status}, ${size} bytes` };
  });
  await step('myFiles', async () => {
    const { data } = await client.graphql({ query: MyFiles });
    const names = data.myFiles.items.map(({ fileName }) => fileName);
    if (!data.myFiles.items.some(({ fileId }) => fileId === ticket.fileId)) throw new Error('the file is not listed');
    return { result: null, shown: `${names.length} file: ${names.join(', ')}` };
  });
  const downloadUrl = await step('getDownloadUrl', async () => {
    const { data } = await client.graphql({ query: GetDownloadUrl, variables: { fileId: ticket.fileId } });
    const { downloadUrl: url, expiresAt } = data.getDownloadUrl;
    return { result: url, shown: `${new URL(url).host}, until ${expiresAt}` };
  });
  await step('GET the bytes', async () => {
    const answer = await fetch(downloadUrl);
    if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${await answer.text()}`);
    const received = await sha256(answer.body);
    if (received !== file.checksumSha256) throw new Error('the bytes that came back differ from those that were sent');
    return { result: null, shown: `equal to what was sent, SHA-256 ${received}` };
  });
  await signOut();
};
