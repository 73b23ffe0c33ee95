'use client';

import { useEffect, useState } from 'react';
import { findScorerAgreement } from '#lib/core/reliability/find-scorer-agreement';
import type { ScorerReading } from '#lib/core/reliability/machine-agreement';
import type { TextScore } from '#lib/core/score';
import type { Dictionary } from '#lib/i18n/dictionary';
import { fillSentence, languageName } from '#lib/i18n/format';
import type { Locale } from '#lib/i18n/locale';
import { EvidenceList, EvidenceText } from '../../../_components/evidence-text';
import { ScoreTag } from '../../../_components/tags';

interface ScorePreviewProps {
  /** Ids of the fields that are read. */
  readonly textId: string;
  readonly languageId: string;
  readonly locale: Locale;
  /** How far each scorer that somebody checked agrees with the coders, in words. */
  readonly agreements: readonly (ScorerReading & { readonly sentence: string })[];
  readonly words: {
    readonly title: string;
    readonly empty: string;
    readonly noScript: string;
    readonly busy: string;
    readonly failed: string;
    readonly guessed: string;
    /** Of a `{scorer}` that nobody has checked. */
    readonly notChecked: string;
    readonly score: Dictionary['common']['score'];
    readonly evidence: Dictionary['common']['evidence'];
    readonly partsSeparator: Dictionary['common']['partsSeparator'];
  };
}

/** Pause in typing after which the text is scored. */
const PAUSE_MS = 350;

interface Preview {
  readonly text: string;
  readonly score: TextScore;
}

function typedIn(id: string): string {
  const field = document.getElementById(id);
  return field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement ? field.value : '';
}

/** The score of what is being typed, with the words behind it. Nothing is kept; the score that counts is made on saving. */
export function ScorePreview({ textId, languageId, locale, agreements, words }: ScorePreviewProps) {
  const [preview, setPreview] = useState<Preview | null>(null);
  const [state, setState] = useState<'waiting' | 'busy' | 'failed'>('waiting');
  const [isAlive, setIsAlive] = useState(false);

  useEffect(() => {
    setIsAlive(true);
    let timer: ReturnType<typeof setTimeout> | undefined;
    let running: AbortController | undefined;
    async function score(): Promise<void> {
      const text = typedIn(textId);
      running?.abort();
      if (text.trim() === '') {
        setPreview(null);
        setState('waiting');
        return;
      }
      running = new AbortController();
      const { signal } = running;
      setState('busy');
      try {
        const language = typedIn(languageId);
        const answer = await fetch('/api/score', {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(language === '' ? { text } : { text, language }),
          signal,
        });
        if (!answer.ok) throw new Error(`Scoring was answered with ${answer.status}.`);
        const scored: TextScore = await answer.json();
        setPreview({ text, score: scored });
        setState('waiting');
      } catch {
        if (!signal.aborted) setState('failed');
      }
    }
    function soon(): void {
      clearTimeout(timer);
      timer = setTimeout(score, PAUSE_MS);
    }
    const fields = [document.getElementById(textId), document.getElementById(languageId)];
    for (const field of fields) field?.addEventListener('input', soon);
    if (typedIn(textId) !== '') soon();
    return () => {
      clearTimeout(timer);
      running?.abort();
      for (const field of fields) field?.removeEventListener('input', soon);
    };
  }, [textId, languageId]);

  const agreementOf = (score: TextScore): string =>
    findScorerAgreement(agreements, score)?.sentence ?? fillSentence(words.notChecked, { scorer: score.scorer });
  return (
    <section className="score-preview" aria-label={words.title}>
      <div className="cluster">
        <strong>{words.title}</strong>
        <span role="status">
          {state === 'failed' ? words.failed : null}
          {preview === null || state === 'failed' ? null : <ScoreTag score={preview.score} words={words.score} locale={locale} />}
        </span>
        {preview === null ? null : (
          <span className="hint">{fillSentence(words.guessed, { language: languageName(locale, preview.score.language) })}</span>
        )}
      </div>
      {preview === null ? (
        <p className="hint">{isAlive ? words.empty : words.noScript}</p>
      ) : preview.score.score === null ? null : (
        <>
          <EvidenceText text={preview.text} language={preview.score.language} evidence={preview.score.evidence} />
          <p className="hint">{agreementOf(preview.score)}</p>
          <details>
            <summary>{words.evidence.title}</summary>
            <EvidenceList score={preview.score} words={words} locale={locale} />
          </details>
        </>
      )}
    </section>
  );
}
