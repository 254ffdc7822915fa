import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface MenuProps {
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/**
 * A button that opens a menu: arrow keys, Home and End move in it, Escape and a click elsewhere close it.
 * https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/
 */
export const Menu = ({ label, button, className = 'icon-button', children }: MenuProps) => {
  const [start, setStart] = useState<number>(); // the item that gets the focus first, while the menu is open
  const isOpen = start !== undefined;
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (): void => {
    setStart(undefined);
    opener.current?.focus();
  };

  useLayoutEffect(() => {
    if (isOpen) openBeside(list.current, opener.current);
  }, [isOpen]);

  useEffect(() => {
    if (start === undefined) return;
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setStart(undefined);
    };
    const shut = (): void => setStart(undefined);
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('scroll', shut, { capture: true, once: true });
    window.addEventListener('resize', shut, { once: true });
    itemsOf(place.current).at(start)?.focus();
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('scroll', shut, { capture: true });
      window.removeEventListener('resize', shut);
    };
  }, [start]);

  const begin = (event: KeyboardEvent): void => {
    const first = { ArrowDown: 0, ArrowUp: -1 }[event.key];
    if (first === undefined) return;
    event.preventDefault();
    setStart(first);
  };
  const move = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') return close();
    if (event.key === 'Tab') return setStart(undefined);
    const items = itemsOf(place.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    items.at(next % items.length)?.focus();
  };
  return (
    // Handles the keys of the menu's items, which are buttons.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={place} className="menu-place" onKeyDown={isOpen ? move : begin}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setStart(isOpen ? undefined : 0)}
      >
        {button}
      </button>
      {isOpen && (
        // Choosing an item, by pointer or keyboard, closes the menu.
        // eslint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          ref={list}
          id={id}
          popover="manual"
          role="menu"
          tabIndex={-1}
          aria-label={label}
          className="menu"
          onClick={close}
        >
          {children}
        </div>
      )}
    </div>
  );
};

const itemsOf = (place: HTMLElement | null): HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

/** Shows the list in the top layer, below its button, or above it where there is no room below. */
const openBeside = (list: HTMLElement | null, opener: HTMLElement | null): void => {
  if (!list || !opener) return;
  list.showPopover();
  const button = opener.getBoundingClientRect();
  const { width, height } = list.getBoundingClientRect();
  const isBelow = button.bottom + height + 8 < window.innerHeight;
  list.style.top = `${isBelow ? button.bottom + 4 : Math.max(8, button.top - height - 4)}px`;
  list.style.left = `${Math.max(8, button.right - width)}px`;
};
