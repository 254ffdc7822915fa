import type { Page } from 'playwright-core';

/** A one-second WebM video, recorded by this browser from a canvas. */
export const film = async (page: Page): Promise<Buffer> => {
  const canvas = await page.context().newPage();
  const recorded = await canvas.evaluate<string>(`new Promise((resolve) => {
    const canvas = document.createElement('canvas');
    canvas.width = 160;
    canvas.height = 120;
    const drawing = canvas.getContext('2d');
    const recorder = new MediaRecorder(canvas.captureStream(), { mimeType: 'video/webm' });
    const chunks = [];
    recorder.ondataavailable = ({ data }) => chunks.push(data);
    recorder.onstop = () => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result.split(',')[1]);
      reader.readAsDataURL(new Blob(chunks));
    };
    let frames = 0;
    const paint = () => {
      drawing.fillStyle = 'hsl(' + frames * 12 + ', 80%, 50%)';
      drawing.fillRect(0, 0, 160, 120);
      frames += 1;
      if (frames < 30) requestAnimationFrame(paint);
      else recorder.stop();
    };
    recorder.start();
    paint();
  })`);
  await canvas.close();
  return Buffer.from(recorded, 'base64');
};

/** One second of a 440 Hz tone as WAV: one channel, 8 bits, 8,000 samples per second. */
export const tone = (): Buffer => {
  const rate = 8_000;
  const head = Buffer.alloc(44);
  head.write('RIFF', 0);
  head.writeUInt32LE(36 + rate, 4);
  head.write('WAVEfmt ', 8);
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36);
  head.writeUInt32LE(rate, 40);
  const samples = Array.from({ length: rate }, (_, at) => 128 + 100 * Math.sin((2 * Math.PI * 440 * at) / rate));
  return Buffer.concat([head, Buffer.from(samples)]);
};

/** A PDF, printed by this browser from a page. */
export const printed = async (page: Page, html: string): Promise<Buffer> => {
  const sheet = await page.context().newPage();
  await sheet.setContent(html);
  const bytes = await sheet.pdf({ width: '300px', height: '200px' });
  await sheet.close();
  return bytes;
};
