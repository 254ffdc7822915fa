import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { wordsOf } from '../api/errors';
import type { FileItem } from '../files/useFiles';
import { useServices } from '../shell/services';
import { strings } from '../words/strings';
import { formOf } from './formOf';
import { NoPreview } from './NoPreview';
import { TextContent } from './TextContent';

export interface ContentProps {
  readonly file: FileItem;
  readonly onDownload: () => void;
}

/** A file's content, shown in the way that fits its type. */
export const Content = ({ file, onDownload }: ContentProps) => {
  const { downloads } = useServices();
  const [isBroken, setBroken] = useState(false);
  const form = formOf(file.contentType);
  const { data: url, error } = useQuery({
    queryKey: ['url', file.fileId],
    queryFn: () => downloads.urlOf(file, 'INLINE'),
    enabled: form !== 'none',
    staleTime: Infinity, // a new URL would restart a playing video
  });
  if (form === 'none' || isBroken) return <NoPreview file={file} onDownload={onDownload} />;
  if (error) return <p role="alert">{wordsOf(error)}</p>;
  if (url === undefined) return <p className="spoken">{strings.loading}</p>;
  const broken = (): void => setBroken(true);
  switch (form) {
    case 'image':
      // Requested with CORS, as thumbnails are, so that both can use the same cached response.
      return <img src={url} alt={file.fileName} crossOrigin="anonymous" onError={broken} />;
    case 'video':
      // People's own videos come without captions.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      return <video src={url} controls playsInline onError={broken} aria-label={file.fileName} />;
    case 'audio':
      // So do their audio recordings.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      return <audio src={url} controls onError={broken} aria-label={file.fileName} />;
    case 'pdf':
      // It has storage's origin and the signed type application/pdf, so it cannot reach into this page. No sandbox:
      // Chromium's PDF viewer does not start in one.
      return <iframe src={url} title={file.fileName} referrerPolicy="no-referrer" />;
    case 'text':
      return <TextContent url={url} size={file.size} />;
  }
};
