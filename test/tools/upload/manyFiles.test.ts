import { describe, expect, it } from 'vitest';
import { useWatchedTwin, type Watched } from './useWatchedTwin';

type Twin = Awaited<ReturnType<typeof useWatchedTwin>>;

const names = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${String(index).padStart(2, '0')}.txt`);

const files = (twin: Twin, count: number): Promise<string[]> =>
  Promise.all(names(count).map((name, index) => twin.file(name, 100 + index)));

/** Matches the first request of an operation only. */
const firstOf = (operation: string): ((request: Watched) => boolean) => {
  const seen = { count: 0 };
  return (request) => request.operation === operation && seen.count++ === 0;
};

/** Matches save requests until the first request for an upload's progress, which only a second run sends. */
const savesOfTheFirstRun = (): ((request: Watched) => boolean) => {
  const seen = { progress: false };
  return ({ operation }) => {
    seen.progress ||= operation === 'GetUploadProgress';
    return operation === 'SaveFileMetadata' && !seen.progress;
  };
};

describe('npm run upload of many files', () => {
  it('asks for ten tickets a request, and saves ten a request', async () => {
    await using twin = await useWatchedTwin();

    const { code, said } = await twin.run(await files(twin, 25));

    expect(said.at(-1)).toContain('25 of 25 files saved');
    expect(code).toBe(0);
    expect(twin.counts('GetUploadUrl')).toEqual([10, 10, 5]);
    expect(twin.counts('SaveFileMetadata')).toEqual([10, 10, 5]);
    expect(await twin.names('AVAILABLE')).toEqual(names(25));
  });

  it('saves the other nine when one is refused a ticket, and says why', async () => {
    await using twin = await useWatchedTwin();
    const paths = await files(twin, 9);
    const empty = await twin.file('empty.txt', 0);

    const { code, said } = await twin.run([...paths, empty]);

    expect(said.at(-1)).toMatch(/^ {2}empty\.txt {2}INVALID_SIZE: /);
    expect(code).toBe(1);
    expect(twin.counts('GetUploadUrl')).toEqual([10, 9]);
    expect(await twin.names('AVAILABLE')).toEqual(names(9));
    expect(await twin.names('PENDING')).toEqual([]);
  });

  it('saves the other nine when one is refused to be saved, and says why', async () => {
    const isFirst = firstOf('SaveFileMetadata');
    await using twin = await useWatchedTwin({
      before: async (request) => {
        if (isFirst(request)) await abort(twin, request);
      },
    });

    const { code, said } = await twin.run(await files(twin, 10));

    expect(said.at(-1)).toMatch(/^ {2}\d\d\.txt {2}UPLOAD_NOT_FOUND: /);
    expect(code).toBe(1);
    expect(twin.counts('SaveFileMetadata')).toEqual([10, 9]);
    expect(await twin.names('AVAILABLE')).toHaveLength(9);
    expect(await twin.names('PENDING')).toEqual([]);
  });

  it.each(['GetUploadUrl', 'SaveFileMetadata'])(
    'has each file once when an answer to %s is lost',
    async (operation) => {
      await using twin = await useWatchedTwin({ loses: firstOf(operation) });

      const { code } = await twin.run(await files(twin, 12));

      expect(code).toBe(0);
      expect(await twin.names('AVAILABLE')).toEqual(names(12));
    },
  );

  it.each(['GetUploadUrl', 'SaveFileMetadata'])(
    'has each file once, and sends it once, when a function fails in the middle of %s',
    async (operation) => {
      await using twin = await useWatchedTwin({ fails: firstOf(operation) });

      const { code, said } = await twin.run(await files(twin, 12));

      expect(code).toBe(0);
      expect(said.at(-1)).toContain('12 of 12 files saved; 1.2 KiB sent');
      expect(await twin.names('AVAILABLE')).toEqual(names(12));
      expect(await twin.names('PENDING')).toEqual([]);
    },
  );

  it('renews its tokens when one is refused, and sends the same request again', async () => {
    await using twin = await useWatchedTwin({ distrusts: firstOf('SaveFileMetadata') });

    const { code } = await twin.run(await files(twin, 3));

    expect(code).toBe(0);
    expect(twin.counts('GetUploadUrl')).toEqual([3]);
    expect(twin.counts('SaveFileMetadata')).toEqual([3, 3]);
  });

  it('goes on after the next sign-in when no token will do', async () => {
    await using twin = await useWatchedTwin({ distrusts: savesOfTheFirstRun() });
    const note = await twin.file('note.txt', 10);

    const refused = await twin.run([note]);
    const again = await twin.run([note]);

    expect(refused.said.at(-1)).toMatch(/^ {2}note\.txt {2}UnauthorizedException: /);
    expect(again.said).toContain('note.txt  saved, 10 B, 0 B sent now');
    expect(twin.counts('GetUploadUrl')).toEqual([1, 1]);
    expect(await twin.names('PENDING')).toEqual([]);
  });

  it('goes on with an upload though a function fails when it asks how far that is', async () => {
    await using twin = await useWatchedTwin({ fails: firstOf('GetUploadProgress'), distrusts: savesOfTheFirstRun() });
    const note = await twin.file('note.txt', 10);

    await twin.run([note]);
    const again = await twin.run([note]);

    expect(again.said).toContain('note.txt  saved, 10 B, 0 B sent now');
    expect(await twin.names('PENDING')).toEqual([]);
  });

  it('goes on with what is missing when it was stopped among them', async () => {
    await using twin = await useWatchedTwin();
    const paths = await files(twin, 25);

    const stopped = await twin.run(paths, 'saved');
    const again = await twin.run(paths);

    expect(stopped.code).toBe(130);
    expect(again.code).toBe(0);
    const saved = new Set(await twin.names('AVAILABLE'));
    expect([...saved]).toEqual(names(25));
    expect(await twin.names('PENDING')).toEqual([]);
  });
});

/** Aborts the first upload that a request names, as another device of the person might. */
const abort = async ({ endpoints }: Twin, { variables, token }: Watched): Promise<void> => {
  const query = 'mutation ($input: AbortUploadInput!) { abortUpload(input: $input) { fileId } }';
  const body = JSON.stringify({ query, variables: { input: { fileId: variables['input0']?.fileId } } });
  const headers = { authorization: token, 'content-type': 'application/json' };
  await fetch(endpoints.graphql, { method: 'POST', headers, body });
};
