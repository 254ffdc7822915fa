import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
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
});
