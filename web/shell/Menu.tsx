import { useEffect, useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';

export interface MenuProps {
  readonly label: string;
  readonly button: ReactNode;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A button that opens a menu: arrow keys move in it, Escape and a click elsewhere close it. */
export const Menu = ({ label, button, className = 'icon-button', children }: MenuProps) => {
  const [isOpen, setOpen] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  const opener = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const close = (): void => {
    setOpen(false);
    opener.current?.focus();
  };

  useLayoutEffect(() => {
    if (isOpen) openBeside(list.current, opener.current);
  }, [isOpen]);

  useEffect(() => {
    if (!isOpen) return;
    const elsewhere = (event: Event): void => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false);
    };
    const shut = (): void => setOpen(false);
    document.addEventListener('pointerdown', elsewhere);
    document.addEventListener('scroll', shut, { capture: true, once: true });
    window.addEventListener('resize', shut, { once: true });
    itemsOf(place.current)[0]?.focus();
    return () => {
      document.removeEventListener('pointerdown', elsewhere);
      document.removeEventListener('scroll', shut, { capture: true });
      window.removeEventListener('resize', shut);
    };
  }, [isOpen]);

  const move = (event: KeyboardEvent): void => {
    if (!isOpen) return;
    event.stopPropagation();
    if (event.key === 'Escape') return close();
    if (event.key === 'Tab') return setOpen(false);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const items = itemsOf(place.current);
    const at = items.findIndex((item) => item === document.activeElement);
    items[(at + step + items.length) % items.length]?.focus();
  };
  return (
    // Handles the keys of the menu's items, which are buttons.
    // eslint-disable-next-line jsx-a11y/no-static-element-interactions
    <div ref={place} className="menu-place" onKeyDown={move}>
      <button
        ref={opener}
        type="button"
        className={className}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
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
