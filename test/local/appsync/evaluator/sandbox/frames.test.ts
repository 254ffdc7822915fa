import { describe, expect, it } from 'vitest';
import { createFrameReader, encodeFrames } from '../../../../../local/appsync/evaluator/sandbox/frames';
import { pack, unpack } from '../../../../../local/appsync/pack';

describe('packed strings', () => {
  it.each([
    [['']],
    [['a', undefined, '']],
    [['1,2;3', ';', ',']],
    [['é😀\ud83d', '\n\0']],
    [['x'.repeat(100_000), undefined]],
  ])('come back as they were', (parts) => {
    expect(unpack(pack(parts))).toEqual(parts);
  });
});

describe('frames', () => {
  const messages = ['', 'a', 'é😀', 'x'.repeat(70_000)];

  it.each([1, 3, 4, 5, 1000, 1_000_000])('are read whole from chunks of %i bytes', (size) => {
    const read = createFrameReader();
    const bytes = encodeFrames(messages);

    const seen: string[] = [];
    for (let at = 0; at < bytes.length; at += size) seen.push(...read(bytes.subarray(at, at + size)));

    expect(seen).toEqual(messages);
  });
});
