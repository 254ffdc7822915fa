import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { limits } from '../../../config/limits';
import { createSteps } from '../../../tools/demo/steps';
import { run } from '../../support/runProgram';

describe('npm run demo', () => {
  it('does the main job on a real file', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-demo-'));
    const photo = join(folder, 'Ferien in Büsum 🏖.jpg');
    await writeFile(photo, randomBytes(300_000));

    const { code, output } = await run('tools/demo/demo.ts', [photo]).ended;
    await rm(folder, { recursive: true });

    expect(output).toContain('Ferien in Büsum 🏖.jpg is AVAILABLE, 300000 bytes');
    expect(output).toContain('equal to what was sent');
    expect(code).toBe(0);
  });

  it('names the step that failed and why', async () => {
    const { code, output } = await run('tools/demo/demo.ts', ['no-such-file.jpg']).ended;

    expect(output).toBe('Failed at "open the file": no-such-file.jpg does not exist.\n');
    expect(code).toBe(1);
  });

  it('leaves files that go up in parts to npm run upload', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'myfiles-demo-'));
    const film = join(folder, 'film.mp4');
    await writeFile(film, '');
    await truncate(film, limits.multipartThresholdBytes + 1);

    const { code, output } = await run('tools/demo/demo.ts', [film]).ended;
    await rm(folder, { recursive: true });

    expect(output).toMatch(/too large for one PUT\. To send it in parts: npm run upload -- \S*film\.mp4\n$/);
    expect(code).toBe(1);
  });

  it('says why a request got no answer', async () => {
    const step = createSteps(
      () => undefined,
      () => 0,
    );
    const failed = step('PUT the bytes', async () => {
      throw new TypeError('fetch failed', { cause: new Error('other side closed') });
    });

    await expect(failed).rejects.toThrow('Failed at "PUT the bytes": fetch failed: other side closed');
  });
});
