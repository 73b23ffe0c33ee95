import type { Metadata } from 'next';
import { LinkButton } from './_components/button';
import { getDictionary } from './locale';

export async function generateMetadata(): Promise<Metadata> {
  const { common } = await getDictionary();
  return { title: common.errors.notFoundTitle };
}

export default async function NotFound() {
  const { common } = await getDictionary();
  return (
    <main className="wrap message-page" id="main" tabIndex={-1}>
      <h1>{common.errors.notFoundTitle}</h1>
      <p>{common.errors.notFoundBody}</p>
      <LinkButton href="/" look="primary">
        {common.errors.notFoundAction}
      </LinkButton>
    </main>
  );
}
