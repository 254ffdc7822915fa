/** Frames on a pipe: four bytes of length, then that many bytes of UTF-8. */
const HEADER_BYTES = 4;

export const encodeFrames = (messages: readonly string[]): Buffer => {
  const sizes = messages.map((message) => Buffer.byteLength(message));
  const frames = Buffer.allocUnsafe(sizes.reduce((total, size) => total + HEADER_BYTES + size, 0));
  let at = 0;
  messages.forEach((message, index) => {
    at = frames.writeUInt32LE(sizes[index] ?? 0, at);
    at += frames.write(message, at);
  });
  return frames;
};

/** Returns a function that takes bytes as they come and gives the messages that are whole. */
export const createFrameReader = (): ((chunk: Buffer) => string[]) => {
  const pending: { bytes: Buffer } = { bytes: Buffer.alloc(0) };
  return (chunk) => {
    const bytes = pending.bytes.length === 0 ? chunk : Buffer.concat([pending.bytes, chunk]);
    const messages: string[] = [];
    let at = 0;
    while (bytes.length - at >= HEADER_BYTES) {
      const end = at + HEADER_BYTES + bytes.readUInt32LE(at);
      if (end > bytes.length) break;
      messages.push(bytes.toString('utf8', at + HEADER_BYTES, end));
      at = end;
    }
    pending.bytes = at === bytes.length ? Buffer.alloc(0) : Buffer.from(bytes.subarray(at));
    return messages;
  };
};
