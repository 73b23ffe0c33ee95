'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { CloseIcon } from './icons';

interface DialogProps {
  /** Id of the heading that names the dialog. */
  readonly id: string;
  readonly title: string;
  readonly closeLabel: string;
  readonly isOpen: boolean;
  /** Called when it closes, by button, by Esc or by the page. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The browser's own dialog: it keeps the focus inside, gives it back, and Esc closes it. */
export function Dialog({ id, title, closeLabel, isOpen, onClose, children }: DialogProps) {
  const element = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (isOpen && element.current?.open === false) element.current.showModal();
    if (!isOpen) element.current?.close();
  }, [isOpen]);
  return (
    <dialog ref={element} className="dialog" aria-labelledby={id} onClose={onClose}>
      <div className="dialog-head">
        <h2 id={id}>{title}</h2>
        <form method="dialog">
          <button className="tool-button" type="submit" aria-label={closeLabel}>
            <CloseIcon />
          </button>
        </form>
      </div>
      {children}
    </dialog>
  );
}
