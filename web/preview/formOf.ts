/** How a file can be shown. What could run code is shown as the text that it is, or as a picture that cannot. */
export type Form = 'image' | 'video' | 'audio' | 'pdf' | 'text' | 'none';

export const formOf = (contentType: string): Form => {
  const [family] = contentType.split('/');
  // In an <img>, an SVG picture runs no script and loads nothing.
  if (family === 'image') return 'image';
  if (family === 'video' || family === 'audio') return family;
  if (contentType === 'application/pdf') return 'pdf';
  if (family === 'text' || contentType === 'application/json') return 'text';
  return 'none';
};
