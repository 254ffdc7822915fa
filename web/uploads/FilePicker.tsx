import { useRef, type ReactNode } from 'react';

export interface FilePickerProps {
  readonly className: string;
  readonly multiple?: boolean;
  readonly accept?: string;
  readonly capture?: 'environment';
  readonly label?: string;
  readonly onFiles: (files: readonly File[]) => void;
  readonly children: ReactNode;
}

/** A button that opens the system's file dialog. */
export const FilePicker = ({ className, label, onFiles, children, ...input }: FilePickerProps) => {
  const field = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className={className} aria-label={label} onClick={() => field.current?.click()}>
        {children}
      </button>
      <input
        {...input}
        ref={field}
        type="file"
        hidden
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = ''; // the same file may be chosen again
          if (files.length > 0) onFiles(files);
        }}
      />
    </>
  );
};
