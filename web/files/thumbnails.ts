import type { Downloads } from '../preview/downloads';
import type { FileItem } from './useFiles';

/** Small pictures of images, made in the browser; the bytes that they came from are not kept. */
export interface Thumbnails {
  /** Whether there is one to be made. */
  readonly has: (file: FileItem) => boolean;
  /** The picture's URL, or undefined for what cannot be drawn. */
  readonly urlOf: (file: FileItem) => Promise<string | undefined>;
  /** The picture, when it is made already. */
  readonly ready: (file: FileItem) => string | undefined;
}

const edge = 96;
const mostBytes = 8_000_000;
const mostKept = 600;
const atOnce = 4;

// An SVG picture has no pixels, and may hold scripts: it is shown by its icon.
const drawable = new Set(['image/png', 'image/jpeg', 'image/gif', 'image/webp', 'image/avif', 'image/bmp']);

export const createThumbnails = (downloads: Downloads): Thumbnails => {
  const made = new Map<string, Promise<string | undefined>>();
  const ready = new Map<string, string>();
  const lanes = { free: atOnce, queue: new Array<() => void>() };

  const enter = async (): Promise<void> => {
    if (lanes.free > 0) lanes.free -= 1;
    else await new Promise<void>((resolve) => lanes.queue.push(resolve));
  };
  const leave = (): void => {
    const next = lanes.queue.pop(); // what came into sight last is looked at now
    if (next) next();
    else lanes.free += 1;
  };
  const make = async (file: FileItem): Promise<string | undefined> => {
    await enter();
    try {
      const bytes = await bytesOf(file);
      if (bytes === undefined) return void made.delete(file.fileId); // asked for again when it is seen again
      const url = await shrink(bytes);
      ready.set(file.fileId, url);
      return url;
    } catch {
      return undefined; // A damaged picture has no thumbnail; the icon says what it is.
    } finally {
      leave();
    }
  };
  /** Undefined while they cannot be had. */
  const bytesOf = async (file: FileItem): Promise<Blob | undefined> => {
    try {
      const answer = await fetch(await downloads.urlOf(file, 'INLINE'));
      return answer.ok ? await answer.blob() : undefined;
    } catch {
      return undefined;
    }
  };
  const forget = (): void => {
    const [oldest] = made.keys();
    if (made.size <= mostKept || oldest === undefined) return;
    made.delete(oldest);
    URL.revokeObjectURL(ready.get(oldest) ?? '');
    ready.delete(oldest);
  };
  return {
    has: ({ contentType, size }) => drawable.has(contentType) && size <= mostBytes,
    urlOf: (file) => {
      const known = made.get(file.fileId) ?? make(file);
      made.set(file.fileId, known);
      forget();
      return known;
    },
    ready: ({ fileId }) => ready.get(fileId),
  };
};

const shrink = async (bytes: Blob): Promise<string> => {
  const whole = await createImageBitmap(bytes);
  const side = Math.min(whole.width, whole.height);
  const canvas = new OffscreenCanvas(edge, edge);
  canvas
    .getContext('2d')
    ?.drawImage(whole, (whole.width - side) / 2, (whole.height - side) / 2, side, side, 0, 0, edge, edge);
  whole.close();
  return URL.createObjectURL(await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 }));
};
