import { createFolder, startProduct } from '../product/startProduct';
import type { Listen } from './listeners';
import { createPerson } from './people';

/**
 * Milliseconds from sending a change to its event at a client, through table, stream, function and API: `count` times,
 * one after another, sorted.
 */
export const changeToEvent = async (listen: Listen, count: number): Promise<readonly number[]> => {
  const folder = await createFolder();
  const twin = await startProduct(folder.path);
  const person = await createPerson(twin.endpoints, 'owner@example.com');
  const file = await person.store();
  const heard = new Map<number, () => void>();
  const stop = await listen({ url: twin.endpoints.graphql, token: person.token, fileId: file.fileId }, (version) =>
    heard.get(version)?.(),
  );

  const times: number[] = [];
  const once = async (patience: number): Promise<void> => {
    const version = file.version + 1;
    const arrived = new Promise<boolean>((resolve) => {
      heard.set(version, () => resolve(true));
      setTimeout(() => resolve(false), patience).unref();
    });
    const start = performance.now();
    await person.rename(file);
    if (await arrived) times.push(performance.now() - start);
    else if (times.length > 0) throw new Error('An event did not come.');
  };
  while (times.length === 0) await once(250); // only the client knows when it is ready, so poll with changes
  while (times.length < count + 20) await once(10_000);
  stop();
  await twin.close();
  await folder.remove();
  return times.slice(20).sort((a, b) => a - b);
};
