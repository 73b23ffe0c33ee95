import type { ReactNode } from 'react';
import type { ResolvedStance } from '#lib/core/stance';

/** A drawing that stands beside its word and is therefore silent for a screen reader. */
function Icon({ children }: { readonly children: ReactNode }) {
  return (
    <svg viewBox="0 0 16 16" aria-hidden="true" focusable="false" fill="none" stroke="currentColor" strokeWidth="1.75">
      {children}
    </svg>
  );
}

/** Two axes and three statements: stance across, wording up. */
export function BrandMark() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d="M3.5 3v17.5H21" fill="none" stroke="currentColor" strokeWidth="2" />
      <circle cx="8.5" cy="13.5" r="2.4" fill="var(--stance-against)" />
      <circle cx="13" cy="7" r="2.4" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <circle cx="18" cy="12" r="2.4" fill="var(--stance-favor)" />
    </svg>
  );
}

/** One family of circles, told apart by shape alone. */
export function StanceIcon({ stance }: { readonly stance: ResolvedStance }) {
  switch (stance) {
    case 'against':
      return (
        <Icon>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path d="M4.5 8h7" stroke="var(--paper)" strokeWidth="2" />
        </Icon>
      );
    case 'favor':
      return (
        <Icon>
          <circle cx="8" cy="8" r="7" fill="currentColor" stroke="none" />
          <path d="M4.5 8h7M8 4.5v7" stroke="var(--paper)" strokeWidth="2" />
        </Icon>
      );
    case 'ambivalent':
      return (
        <Icon>
          <circle cx="8" cy="8" r="6.1" />
          <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" stroke="none" />
        </Icon>
      );
    case 'none':
      return (
        <Icon>
          <circle cx="8" cy="8" r="6.1" />
        </Icon>
      );
    case 'cannot_code':
      return (
        <Icon>
          <circle cx="8" cy="8" r="6.1" />
          <path d="M6.2 6.4a1.9 1.9 0 1 1 2.6 1.8c-.6.2-.8.6-.8 1.2v.2M8 11.4v.3" strokeWidth="1.5" />
        </Icon>
      );
    case 'disputed':
      return (
        <Icon>
          <circle cx="8" cy="8" r="6.1" />
          <path d="M3.8 9.6 9.6 3.8M4.9 12.2l7.3-7.3M8 13.4 13.4 8" strokeWidth="1.3" />
        </Icon>
      );
    case 'uncoded':
      return (
        <Icon>
          <circle cx="8" cy="8" r="6.1" strokeDasharray="2.4 2.4" />
        </Icon>
      );
  }
}

export function CloseIcon() {
  return (
    <Icon>
      <path d="m3.5 3.5 9 9m0-9-9 9" />
    </Icon>
  );
}

export function SunIcon() {
  return (
    <Icon>
      <circle cx="8" cy="8" r="3" />
      <path
        d="M8 .8v2M8 13.2v2M.8 8h2M13.2 8h2M2.9 2.9l1.4 1.4M11.7 11.7l1.4 1.4M13.1 2.9l-1.4 1.4M4.3 11.7l-1.4 1.4"
        strokeWidth="1.4"
      />
    </Icon>
  );
}

export function MoonIcon() {
  return (
    <Icon>
      <path d="M13.5 9.6A6 6 0 0 1 6.4 2.5a6 6 0 1 0 7.1 7.1z" />
    </Icon>
  );
}

export function KeyboardIcon() {
  return (
    <Icon>
      <rect x="1" y="3.5" width="14" height="9" rx="1.2" strokeWidth="1.4" />
      <path d="M4 6.5h.1M6.7 6.5h.1M9.3 6.5h.1M12 6.5h.1M5 9.7h6" strokeWidth="1.6" strokeLinecap="round" />
    </Icon>
  );
}
