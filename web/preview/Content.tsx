import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { wordsOf } from '../api/errors';
import { freshMilliseconds } from '../api/isFresh';
import type { FileItem } from '../files/useFiles';
import { Problem } from '../shell/Problem';
import { useServices } from '../shell/services';
import { strings } from '../words/strings';
import { formOf } from './formOf';
import { NoPreview } from './NoPreview';
import { PdfContent } from './PdfContent';
import { TextContent } from './TextContent';

export interface ContentProps {
  readonly file: FileItem;
  readonly onDownload: () => void;
}

/** A file's content, shown in the way that fits its type. */
export const Content = ({ file, onDownload }: ContentProps) => {
  const { downloads } = useServices();
  const [isBroken, setBroken] = useState(false);
  const playback = useRef({ seconds: 0, isPlaying: false });
  const form = formOf(file.contentType);
  const {
    data: url,
    dataUpdatedAt,
    error,
    refetch,
  } = useQuery({
    queryKey: ['url', file.fileId],
    queryFn: () => downloads.urlOf(file, 'INLINE'),
    enabled: form !== 'none' && form !== 'pdf' && form !== 'text', // those two ask for themselves
    staleTime: Infinity, // a new URL would restart a playing video
    gcTime: 0, // `downloads` keeps it, and knows for how long it works
  });
  if (form === 'none' || isBroken) {
    const words = isBroken ? strings.notShown : strings.noPreview;
    return <NoPreview file={file} words={words} onDownload={onDownload} />;
  }
  if (form === 'pdf') return <PdfContent file={file} />;
  if (form === 'text') return <TextContent file={file} />;
  if (error) {
    return <Problem title={strings.previewFailed} words={wordsOf(error)} onAgain={() => void refetch()} />;
  }
  if (url === undefined) return <p className="spoken">{strings.loading}</p>;
  /** A URL works for a few minutes only: a long film goes on with the next one. */
  const fail = async (): Promise<void> => {
    // A wrong clock makes every URL look old: each attempt to show what is broken would ask for another.
    if (Date.now() - dataUpdatedAt < freshMilliseconds) return setBroken(true);
    const { data: next } = await refetch();
    if (next === url) setBroken(true);
  };
  const broken = (): void => void fail();
  const media = {
    src: url,
    controls: true,
    'aria-label': file.fileName,
    onError: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
      playback.current = { seconds: currentTarget.currentTime, isPlaying: !currentTarget.paused };
      broken();
    },
    onLoadedMetadata: ({ currentTarget }: SyntheticEvent<HTMLMediaElement>) => {
      const { seconds, isPlaying } = playback.current;
      if (seconds > 0) currentTarget.currentTime = seconds;
      currentTarget.autoplay = isPlaying;
    },
  };
  switch (form) {
    case 'image':
      // Requested with CORS, as thumbnails are, so that both can use the same cached response.
      return <img src={url} alt={file.fileName} crossOrigin="anonymous" onError={broken} />;
    case 'video':
      // People's own videos come without captions.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      return <video {...media} playsInline />;
    case 'audio':
      // So do their audio recordings.
      // eslint-disable-next-line jsx-a11y/media-has-caption
      return <audio {...media} />;
  }
};
