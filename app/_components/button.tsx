import Link from 'next/link';
import type { ButtonHTMLAttributes, ReactNode } from 'react';

type ButtonLook = 'primary' | 'plain' | 'quiet' | 'danger';

function classOf(look: ButtonLook): string {
  return look === 'plain' ? 'button' : `button ${look}`;
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  readonly look?: ButtonLook;
}

/** A button that submits its form unless told otherwise. */
export function Button({ look = 'plain', type = 'submit', ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={classOf(look)} />;
}

interface LinkButtonProps {
  readonly href: string;
  readonly look?: ButtonLook;
  /** A file to save rather than a page to open. */
  readonly isFile?: boolean;
  readonly children: ReactNode;
}

/** A link that leads to the next step and therefore looks like a button. */
export function LinkButton({ href, look = 'plain', isFile = false, children }: LinkButtonProps) {
  if (isFile) {
    return (
      <a className={classOf(look)} href={href} download="">
        {children}
      </a>
    );
  }
  return (
    <Link className={classOf(look)} href={href}>
      {children}
    </Link>
  );
}
