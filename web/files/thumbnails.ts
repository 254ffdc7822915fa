import type { Downloads } from '../preview/downloads';
import type { FileItem } from './useFiles';

/** Thumbnails of images, made in the browser; the source bytes are not kept. */
export interface Thumbnails {
  /** Whether the file can have a thumbnail. */
  readonly has: (file: FileItem) => boolean;
  /** The thumbnail's URL; undefined for an image that cannot be fetched or decoded. */
  readonly urlOf: (file: FileItem) => Promise<string | undefined>;
  /** The thumbnail's URL, if it has been made already. */
  readonly ready: (file: FileItem) => string | undefined;
}

const edge = 96;
const maxBytes = 8_000_000;
const maxKept = 600;
const atOnce = 4;

// Not SVG: it has no pixels and may contain scripts, so its icon is shown.
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
    const next = lanes.queue.pop(); // the row that came into view last is the one on the screen
    if (next) next();
    else lanes.free += 1;
  };
  const make = async (file: FileItem): Promise<string | undefined> => {
    await enter();
    try {
      const bytes = await bytesOf(file);
      if (bytes === undefined) return void made.delete(file.fileId); // retried when the row is shown again
      const url = await shrink(bytes);
      ready.set(file.fileId, url);
      return url;
    } catch {
      return undefined; // a damaged image has no thumbnail and keeps its icon
    } finally {
      leave();
    }
  };
  /** The image's bytes; undefined if they could not be fetched. */
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
    if (made.size <= maxKept || oldest === undefined) return;
    made.delete(oldest);
    URL.revokeObjectURL(ready.get(oldest) ?? '');
    ready.delete(oldest);
  };
  return {
    has: ({ contentType, size }) => drawable.has(contentType) && size <= maxBytes,
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
