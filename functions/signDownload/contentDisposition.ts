/**
 * A Content-Disposition for any Unicode file name: an ASCII fallback and the exact name.
 * https://www.rfc-editor.org/rfc/rfc6266#section-4 and https://www.rfc-editor.org/rfc/rfc8187#section-3.2
 */
export const contentDisposition = (kind: 'attachment' | 'inline', fileName: string): string => {
  const fallback = fileName.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/g, '_');
  const exact = encodeURIComponent(fileName).replace(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${fallback}"; filename*=UTF-8''${exact}`;
};
