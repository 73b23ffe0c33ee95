import type { Dictionary } from '#lib/i18n/dictionary';
import { CopyButton } from '../copy-button';
import { CopyChart } from './copy-chart';

/** Where a figure can be had outside its page; each address carries filter and language. */
export interface FigureAddresses {
  readonly png: string;
  readonly svg: string;
  readonly csv: string;
  /** The figure on its page, as it is now: whole address, pinned to the data that are shown. */
  readonly page: string;
  /** Page of the figure alone, for a frame: whole address. */
  readonly embed: string;
}

interface FigureToolbarProps {
  readonly title: string;
  readonly finding: string;
  readonly addresses: FigureAddresses;
  /** What a screen reader calls the frame. */
  readonly frameTitle: string;
  /** Height in px at which nothing in the frame scrolls on a wide page. */
  readonly frameHeight: number;
  readonly words: Dictionary['report']['toolbar'];
}

const FILES = ['png', 'svg', 'csv'] as const;

function quoted(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');
}

/** The ways to take a figure along. Links to files work without JavaScript; copying needs it and stays hidden until then. */
export function FigureToolbar({ title, finding, addresses, frameTitle, frameHeight, words }: FigureToolbarProps) {
  const snippet = `<iframe src="${quoted(addresses.embed)}" title="${quoted(frameTitle)}" width="100%" height="${frameHeight}" style="border:0" loading="lazy"></iframe>`;
  const fileWords = { png: words.png, svg: words.svg, csv: words.csv };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset groups fields of a form, these are links
    <div className="toolbar figure-toolbar" role="group" aria-label={words.label(title)}>
      {FILES.map((file) => (
        <a
          key={file}
          className="tool-button"
          href={addresses[file]}
          download=""
          aria-label={words.fileHint(fileWords[file], title)}
        >
          {fileWords[file]}
        </a>
      ))}
      <a className="tool-button figure-link" href={addresses.page}>
        {words.link}
      </a>
      <CopyButton text={addresses.page} label={words.copyLink} copiedLabel={words.copied} look="tool" />
      <CopyChart
        png={addresses.png}
        text={`${title}\n${finding}\n${addresses.page}`}
        label={words.copyChart}
        copiedLabel={words.copied}
        failedLabel={words.notCopied}
      />
      <details className="figure-embed">
        <summary className="tool-button">{words.embed}</summary>
        <div className="stack stack-s">
          <p className="hint">{words.embedHint}</p>
          <pre dir="ltr">
            <code>{snippet}</code>
          </pre>
          <CopyButton text={snippet} label={words.copyEmbed} copiedLabel={words.copied} />
        </div>
      </details>
    </div>
  );
}
