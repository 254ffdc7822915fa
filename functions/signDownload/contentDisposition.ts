/**
 * A Content-Disposition for any Unicode file name: an ASCII fallback and the exact name.
 * https://www.rfc-editor.org/rfc/rfc6266#section-4 and https://www.rfc-editor.org/rfc/rfc8187#section-3.2
 */
export const contentDisposition = (kind: 'attachment' | 'inline', fileName: string): string => {
  const name = shorten(fileName);
  const fallback = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${fallback}"; filename*=UTF-8''${exact}`;
};

/**
 * In bytes of UTF-8: 255 two-byte letters. Escaped twice, each byte takes five characters of the query, next to a
 * session token of 1,000 or more; S3 takes 8,192 of URL and headers together (RequestHeaderSectionTooLarge).
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html#ErrorCodeList
 */
const maxBytes = 512;
const maxExtensionBytes = 32;

/** The name; one that is too long is cut before its extension, never within a character. */
const shorten = (name: string): string => {
  if (Buffer.byteLength(name) <= maxBytes) return name;
  const [extension = ''] = /\.[^.]*$/.exec(name) ?? [];
  const end = Buffer.byteLength(extension) <= maxExtensionBytes ? extension : '';
  const { read } = new TextEncoder().encodeInto(name, new Uint8Array(maxBytes - Buffer.byteLength(end)));
  return name.slice(0, read) + end;
};
