import { ArchiveIcon, AudioIcon, CodeIcon, DocumentIcon, FileIcon, ImageIcon, VideoIcon } from '../shell/icons';

/** The kind of file that a content type stands for: its icon, and the name of its colour. */
export const kindOf = (contentType: string) => kinds[nameOf(contentType)];

const kinds = {
  image: { name: 'image', Icon: ImageIcon },
  video: { name: 'video', Icon: VideoIcon },
  audio: { name: 'audio', Icon: AudioIcon },
  document: { name: 'document', Icon: DocumentIcon },
  archive: { name: 'archive', Icon: ArchiveIcon },
  code: { name: 'code', Icon: CodeIcon },
  other: { name: 'other', Icon: FileIcon },
} as const;

const nameOf = (contentType: string): keyof typeof kinds => {
  const [family = '', subtype = ''] = contentType.split('/');
  if (family === 'image' || family === 'video' || family === 'audio') return family;
  if (/pdf|word|document|rtf|excel|sheet|powerpoint|presentation/.test(subtype)) return 'document';
  if (/html|css|javascript|json|xml/.test(subtype)) return 'code';
  if (/zip|gzip|tar|compressed/.test(subtype)) return 'archive';
  if (family === 'text') return 'document';
  return 'other';
};
