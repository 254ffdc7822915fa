import type { Page } from 'playwright-core';
import { create } from 'qrcode';

/** The quiet zone around the code, in modules. */
const margin = 2;

/** The red channel of every pixel of the image. A string, since the DOM's types would hide Node's. */
const readPicture = `(() => {
  const picture = document.querySelector('.second-factor img');
  const { naturalWidth: width, naturalHeight: height } = picture;
  const context = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
  context.drawImage(picture, 0, 0);
  const { data } = context.getImageData(0, 0, width, height);
  return { width, reds: Array.from({ length: width * height }, (_, index) => data[4 * index]) };
})()`;

/** The modules in which the second factor's image differs from the QR code of this text. */
export const differencesFromQrCode = async (page: Page, text: string): Promise<readonly string[]> => {
  const { width, reds } = await page.evaluate<{ readonly width: number; readonly reds: readonly number[] }>(
    readPicture,
  );
  const { size, data } = create(text).modules;
  const pixelOf = (module: number): number => Math.floor(((module + margin + 0.5) * width) / (size + 2 * margin));
  return [...data].flatMap((isDark, index) => {
    const [row, column] = [Math.floor(index / size), index % size];
    const isDrawn = (reds[pixelOf(row) * width + pixelOf(column)] ?? 255) < 128;
    return isDrawn === (isDark === 1) ? [] : [`row ${row}, column ${column}`];
  });
};
