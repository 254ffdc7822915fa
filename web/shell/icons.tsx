import type { ReactNode } from 'react';

/** An icon in the colour of the surrounding text; its meaning is always given in words beside it. */
const icon = (drawing: ReactNode) => {
  const Icon = ({ size = 20 }: { readonly size?: number }) => (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      {drawing}
    </svg>
  );
  return Icon;
};

const page = <path d="M13.500 3H7a2 2 0 0 0-2 2v14a2 2 0 0 0 2 2h10a2 2 0 0 0 2-2V8.500zm0 0v5.500H19" />;

export const UploadIcon = icon(
  <path d="M12 15V4m0 0L7.500 8.500M12 4l4.500 4.500M4 15v3a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-3" />,
);
export const DownloadIcon = icon(
  <path d="M12 4v11m0 0 4.500-4.500M12 15l-4.500-4.500M4 16v2a2 2 0 0 0 2 2h12a2 2 0 0 0 2-2v-2" />,
);
export const FolderIcon = icon(
  <path d="M3 7a2 2 0 0 1 2-2h4l2.500 2.500H19a2 2 0 0 1 2 2V17a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2z" />,
);
export const TrashIcon = icon(<path d="M4 7h16M9.500 7V4.500h5V7M6 7l1 12.500h10L18 7m-8 4v5m4-5v5" />);
export const RestoreIcon = icon(<path d="M4 5v5h5M4.500 10A8 8 0 1 1 4 13.500" />);
export const SearchIcon = icon(<path d="M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14m5-2 4.500 4.500" />);
export const CloseIcon = icon(<path d="m6 6 12 12M18 6 6 18" />);
export const MoreIcon = icon(<path d="M12 5.500h.01M12 12h.01M12 18.500h.01" strokeWidth="3" />);
export const PauseIcon = icon(<path d="M9 6v12m6-12v12" strokeWidth="2.400" />);
export const PlayIcon = icon(<path d="M8 5.500v13l10.500-6.500z" />);
export const RetryIcon = icon(<path d="M20 5v5h-5m4.500 0A8 8 0 1 0 20 13.500" />);
export const CheckIcon = icon(<path d="m5 12.500 4.500 4.500L19 7.500" strokeWidth="2.400" />);
export const SelectAllIcon = icon(
  <path d="M5 3.500h14A1.500 1.500 0 0 1 20.500 5v14a1.500 1.500 0 0 1-1.500 1.500H5A1.500 1.500 0 0 1 3.500 19V5A1.500 1.500 0 0 1 5 3.500m3 9 3 3 5.500-6.500" />,
);
export const AlertIcon = icon(<path d="M12 8v5m0 3.500h.01M12 3.500 2.500 20h19z" />);
export const ChevronDownIcon = icon(<path d="m6 9.500 6 6 6-6" />);
export const ChevronUpIcon = icon(<path d="m6 14.500 6-6 6 6" />);
export const ChevronLeftIcon = icon(<path d="m14.500 6-6 6 6 6" />);
export const ChevronRightIcon = icon(<path d="m9.500 6 6 6-6 6" />);
export const PencilIcon = icon(<path d="M4 20l1-4.500L16.500 4 20 7.500 8.500 19zM14 6.500 17.500 10" />);
export const PersonIcon = icon(
  <path d="M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4.500 20.500c.8-3.500 3.700-5.500 7.500-5.500s6.700 2 7.500 5.500" />,
);
export const ShieldIcon = icon(
  <path d="M12 3 5 6v5.500c0 4.500 3 8 7 9.500 4-1.500 7-5 7-9.500V6zm-3 9 2.200 2.200L15.500 10" />,
);
export const SignOutIcon = icon(<path d="M14 4h4a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2h-4M10 8l-4 4m0 0 4 4m-4-4h9" />);
export const CameraIcon = icon(
  <path d="M4 8h3.500L9 5.500h6L16.500 8H20v11H4zm8 9a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7" />,
);
export const OfflineIcon = icon(
  <path d="m4 4 16 16M8.500 15.500a5 5 0 0 1 7 0M5 12a10 10 0 0 1 4-2.400M19 12a10 10 0 0 0-5-2.700M12 19h.01" />,
);

export const ImageIcon = icon(
  <>
    <rect x="4" y="5" width="16" height="14" rx="2" />
    <path d="m4.500 17 5-5 4 4 2.500-2.500 3.500 3.500M15.500 9.500h.01" />
  </>,
);
export const VideoIcon = icon(
  <>
    <rect x="3.500" y="6" width="12" height="12" rx="2" />
    <path d="m15.500 11 5-3v8l-5-3" />
  </>,
);
export const AudioIcon = icon(
  <path d="M9 17.500V6l10-2v11.500M9 17.500a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0m10-2a2.500 2.500 0 1 1-5 0 2.500 2.500 0 0 1 5 0" />,
);
export const DocumentIcon = icon(
  <>
    {page}
    <path d="M8.500 13h7m-7 3.500h4.500" />
  </>,
);
export const ArchiveIcon = icon(
  <>
    {page}
    <path d="M10 5h.01M11.500 7.500h.01M10 10h.01M10 13h1.500v3H10z" />
  </>,
);
export const CodeIcon = icon(
  <>
    {page}
    <path d="m10 12-2 2.500 2 2.500m4-5 2 2.500-2 2.500" />
  </>,
);
export const FileIcon = icon(page);
