import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createThumbnails } from '../../web/files/thumbnails';
import { fileOf } from './listedFiles';

const fetchBytes = vi.fn<() => Promise<Response>>();
const readPicture = vi.fn(async () => ({ width: 1, height: 1, close: () => undefined }));

/** The part of a browser's canvas that thumbnails use. */
class Canvas {
  readonly getContext = () => ({ drawImage: () => undefined });
  readonly convertToBlob = async () => new Blob(['small']);
}

beforeEach(() => {
  vi.stubGlobal('fetch', fetchBytes);
  vi.stubGlobal('createImageBitmap', readPicture);
  vi.stubGlobal('OffscreenCanvas', Canvas);
  fetchBytes.mockReset().mockImplementation(async () => new Response('picture'));
});
afterEach(() => vi.unstubAllGlobals());

const open = () => createThumbnails({ urlOf: async () => 'https://storage.example', save: async () => undefined });

describe('A thumbnail', () => {
  it.each([
    ['the network is gone', async () => Promise.reject(new TypeError('Failed to fetch'))],
    ['storage refuses', async () => new Response('<Error/>', { status: 503 })],
  ])('is made when its picture comes into sight again, if %s at first', async (_, answer) => {
    const thumbnails = open();
    fetchBytes.mockImplementationOnce(answer);

    expect(await thumbnails.urlOf(fileOf(1))).toBeUndefined();

    expect(await thumbnails.urlOf(fileOf(1))).toMatch(/^blob:/);
  });

  it('of what is no picture is tried once', async () => {
    const thumbnails = open();
    readPicture.mockRejectedValueOnce(new DOMException('', 'InvalidStateError'));

    expect(await thumbnails.urlOf(fileOf(1))).toBeUndefined();
    expect(await thumbnails.urlOf(fileOf(1))).toBeUndefined();

    expect(fetchBytes).toHaveBeenCalledTimes(1);
  });
});
