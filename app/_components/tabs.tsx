import Link from 'next/link';

interface Tab {
  readonly key: string;
  readonly label: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

interface TabsProps {
  readonly label: string;
  readonly tabs: readonly Tab[];
}

/** A choice that lives in the address, so that it can be linked to and works without JavaScript. */
export function Tabs({ label, tabs }: TabsProps) {
  return (
    <nav aria-label={label}>
      <ul className="tabs">
        {tabs.map((tab) => (
          <li key={tab.key}>
            <Link href={tab.href} scroll={false} {...(tab.isCurrent ? { 'aria-current': 'true' as const } : {})}>
              {tab.label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
