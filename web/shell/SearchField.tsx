import { useEffect, useState } from 'react';
import { strings } from '../words/strings';
import { CloseIcon, SearchIcon } from './icons';

export interface SearchFieldProps {
  readonly prefix: string;
  readonly onPrefix: (prefix: string) => void;
}

const restMilliseconds = 200;

/** Finds files by the beginning of their names, debounced. */
export const SearchField = ({ prefix, onPrefix }: SearchFieldProps) => {
  const [text, setText] = useState(prefix);
  const [known, setKnown] = useState(prefix);
  if (prefix !== known) {
    setKnown(prefix);
    setText(prefix);
  }
  useEffect(() => {
    if (text === prefix) return;
    const timer = setTimeout(() => onPrefix(text), restMilliseconds);
    return () => clearTimeout(timer);
  }, [text, prefix, onPrefix]);
  return (
    <search className="search">
      <SearchIcon size={18} />
      <input
        type="text"
        inputMode="search"
        aria-label={strings.search}
        placeholder={strings.search}
        value={text}
        maxLength={255}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === 'Escape' && setText('')}
      />
      {text !== '' && (
        <button type="button" className="icon-button" aria-label={strings.clearSearch} onClick={() => setText('')}>
          <CloseIcon size={18} />
        </button>
      )}
    </search>
  );
};
