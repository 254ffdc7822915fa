/** How a file can be shown. Types that could run code are shown as plain text, or as an image, which cannot. */
export type Form = 'image' | 'video' | 'audio' | 'pdf' | 'text' | 'none';

export const formOf = (contentType: string): Form => {
  const [family] = contentType.split('/');
  // In an <img>, an SVG runs no scripts and loads nothing.
  if (family === 'image') return 'image';
  if (family === 'video' || family === 'audio') return family;
  if (contentType === 'application/pdf') return 'pdf';
  if (family === 'text' || contentType === 'application/json') return 'text';
  return 'none';
};
