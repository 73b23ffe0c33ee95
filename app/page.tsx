import { connection } from 'next/server';
import { Page } from './_components/page';
import { getDictionary } from './locale';

export default async function HomePage() {
  await connection();
  const { events } = await getDictionary();
  return (
    <Page title={events.title} lead={events.lead}>
      <p>{events.emptyBody}</p>
    </Page>
  );
}
