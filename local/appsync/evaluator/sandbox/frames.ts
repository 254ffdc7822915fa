/** A frame on a pipe: its length as a 32-bit little-endian integer, then that many bytes of UTF-8. */
const headerBytes = 4;

export const encodeFrames = (messages: readonly string[]): Buffer => {
  const sizes = messages.map((message) => Buffer.byteLength(message));
  const frames = Buffer.allocUnsafe(sizes.reduce((total, size) => total + headerBytes + size, 0));
  let at = 0;
  messages.forEach((message, index) => {
    at = frames.writeUInt32LE(sizes[index] ?? 0, at);
    at += frames.write(message, at);
  });
  return frames;
};

interface Held {
  chunks: Buffer[];
  size: number;
  wanted: number;
}

/** Returns a function that takes chunks as they arrive and returns the messages that are complete. */
export const createFrameReader = (): ((chunk: Buffer) => string[]) => {
  // Chunks are joined only once they hold a complete header or message.
  const held: Held = { chunks: [], size: 0, wanted: headerBytes };
  return (chunk) => {
    held.chunks.push(chunk);
    held.size += chunk.length;
    if (held.size < held.wanted) {
      held.chunks[held.chunks.length - 1] = Buffer.from(chunk); // copied, as the caller may reuse its buffer
      return [];
    }
    const bytes = held.chunks.length === 1 ? chunk : Buffer.concat(held.chunks, held.size);
    const messages: string[] = [];
    let at = 0;
    let end = endOfFrame(bytes, at);
    while (end <= bytes.length) {
      messages.push(bytes.toString('utf8', at + headerBytes, end));
      at = end;
      end = endOfFrame(bytes, at);
    }
    const rest = Buffer.from(bytes.subarray(at));
    held.chunks = rest.length === 0 ? [] : [rest];
    held.size = rest.length;
    held.wanted = end - at;
    return messages;
  };
};

const endOfFrame = (bytes: Buffer, at: number): number =>
  at + headerBytes + (bytes.length - at < headerBytes ? 0 : bytes.readUInt32LE(at));
