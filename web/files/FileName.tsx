import { useRef, useState, type KeyboardEvent } from 'react';
import { strings } from '../words/strings';
import type { FileItem } from './useFiles';

export interface FileNameProps {
  readonly file: FileItem;
  readonly onDone: (file: FileItem, name: string | undefined) => void;
}

/** Edits a name in place: Enter or leaving the field keeps the new name, Escape discards it. */
export const FileName = ({ file, onDone }: FileNameProps) => {
  const [begun] = useState(file); // what was seen: a rename made elsewhere meanwhile must not be overwritten
  const name = begun.fileName;
  const isSettled = useRef(false);
  const settle = (value: string | undefined): void => {
    if (isSettled.current) return;
    isSettled.current = true;
    const wanted = value?.trim();
    onDone(begun, wanted === '' || wanted === name ? undefined : wanted);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    event.stopPropagation();
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    event.preventDefault(); // the key must not reach the element focused next
    settle(event.key === 'Enter' ? event.currentTarget.value : undefined);
  };
  return (
    <input
      ref={selectStem}
      className="field rename"
      dir="auto"
      aria-label={strings.newName(name)}
      defaultValue={name}
      maxLength={255}
      spellCheck={false}
      onKeyDown={press}
      onBlur={(event) => settle(event.currentTarget.value)}
    />
  );
};

/** Selects the name without its extension, which people seldom want to change. */
const selectStem = (input: HTMLInputElement | null): void => {
  if (!input || input === document.activeElement) return;
  input.focus();
  const dot = input.value.lastIndexOf('.');
  input.setSelectionRange(0, dot > 0 ? dot : input.value.length);
};
