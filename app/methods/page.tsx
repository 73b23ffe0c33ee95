import type { Metadata } from 'next';
import { connection } from 'next/server';
import { listEvents } from '#lib/usecases/list-events';
import { Page } from '../_components/page';
import { workspace } from '../db';
import { getDictionary, getLocale } from '../locale';
import { EvaluationTable } from './evaluation-table';

export async function generateMetadata(): Promise<Metadata> {
  const { methods } = await getDictionary();
  return { title: methods.title, description: methods.lead };
}

export default async function MethodsPage() {
  await connection();
  const { methods } = await getDictionary();
  const locale = await getLocale();
  const events = await listEvents(workspace());
  const sections = Object.entries(methods.sections);
  return (
    <Page title={methods.title} lead={methods.lead}>
      <div className="with-aside">
        <nav className="contents screen-only" aria-labelledby="contents-title">
          <h2 id="contents-title">{methods.contents}</h2>
          <ol>
            {sections.map(([id, section]) => (
              <li key={id}>
                <a href={`#${id}`}>{section.title}</a>
              </li>
            ))}
            <li>
              <a href="#evaluation">{methods.evaluation.title}</a>
            </li>
          </ol>
        </nav>
        <div className="prose">
          {sections.map(([id, section]) => (
            <section key={id} aria-labelledby={id}>
              <h2 id={id}>{section.title}</h2>
              {section.body.map((paragraph) => (
                <p key={paragraph}>{paragraph}</p>
              ))}
            </section>
          ))}
          <section aria-labelledby="evaluation">
            <h2 id="evaluation">{methods.evaluation.title}</h2>
            <p>{methods.evaluation.lead}</p>
            <EvaluationTable />
            <p>{methods.evaluation.versions}</p>
            <ul>
              {events.map(({ slug, title }) => (
                <li key={slug}>
                  <a href={`/events/${encodeURIComponent(slug)}/scores`}>
                    <bdi>{title[locale]}</bdi>
                  </a>
                </li>
              ))}
            </ul>
          </section>
        </div>
      </div>
    </Page>
  );
}
