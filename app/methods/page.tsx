import type { Metadata } from 'next';
import { Page } from '../_components/page';
import { getDictionary } from '../locale';
import { EvaluationTable } from './evaluation-table';

export async function generateMetadata(): Promise<Metadata> {
  const { methods } = await getDictionary();
  return { title: methods.title, description: methods.lead };
}

export default async function MethodsPage() {
  const { methods } = await getDictionary();
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
          </section>
        </div>
      </div>
    </Page>
  );
}
