import { ClassicLevel } from 'classic-level';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { damageOfLog } from '../../../../../local/dynamodb/storage/inspect/damageOfLog';

/** The bytes of a log written by LevelDB itself, over several blocks. */
const writtenLog = async (): Promise<Buffer> => {
  const folder = await mkdtemp(join(tmpdir(), 'log-'));
  const level = new ClassicLevel<string, string>(folder);
  for (let index = 0; index < 60; index += 1) await level.put(`key${index}`, 'x'.repeat(index * 50));
  await level.close();
  const name = (await readdir(folder)).find((file) => file.endsWith('.log')) ?? '';
  const log = await readFile(join(folder, name));
  await rm(folder, { recursive: true });
  return log;
};

describe('damageOfLog', () => {
  it('finds none in a log that was cut off anywhere', async () => {
    const log = await writtenLog();

    const damages = Array.from({ length: 400 }, (_, step) => damageOfLog(log.subarray(0, log.length - step * 200)));

    expect(log.length).toBeGreaterThan(80_000);
    expect(new Set(damages)).toEqual(new Set([undefined]));
  });

  it('finds none in a log whose end was set aside but never written', async () => {
    const log = await writtenLog();

    expect(damageOfLog(Buffer.concat([log, Buffer.alloc(100_000)]))).toBeUndefined();
  });

  it('finds a changed byte in any record but the last', async () => {
    const log = await writtenLog();

    for (let position = 0; position < log.length - 40_000; position += 997) {
      const changed = Buffer.from(log);
      changed.writeUInt8(changed.readUInt8(position) ^ 1, position);
      expect(damageOfLog(changed), `byte ${position}`).toMatch(/at byte \d+$/);
    }
  });

  it('finds bytes of something else', () => {
    expect(damageOfLog(Buffer.alloc(50_000, 'not a log '))).toBe('holds no record at byte 0');
  });
});
