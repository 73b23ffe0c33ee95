import type { MachineAgreement } from '#lib/core/reliability/machine-agreement';
import { ATTRIBUTIONS, SLOGAN_USES, SPEAKER_RISKS, STANCES, TRANSLATORS } from '#lib/core/stance';
import { DETECT_LANGUAGE, SPEAKER_KINDS, STATEMENT_LIMITS, type StatementField } from '#lib/core/statement/statement-input';
import { isolate } from '#lib/core/text/isolate';
import { scorerAgreementSentence } from '#lib/i18n/agreement-sentence';
import type { Dictionary } from '#lib/i18n/dictionary';
import type { Locale } from '#lib/i18n/locale';
import type { getEvent } from '#lib/usecases/get-event';
import { type Choice, RadioField, SelectField, TextAreaField, TextField } from '../../../_components/field';
import { StanceIcon } from '../../../_components/icons';
import { ScorePreview } from './score-preview';
import type { FormValues } from './values-after';

type EventRecord = Extract<Awaited<ReturnType<typeof getEvent>>, { readonly ok: true }>['value']['event'];

interface StatementFieldsProps {
  readonly event: EventRecord;
  /** The scorers that somebody checked against the coders of the event. */
  readonly scorers: readonly MachineAgreement[];
  readonly dictionary: Dictionary;
  readonly locale: Locale;
  readonly values: FormValues;
  /** The sentence about each field that has to be mended. */
  readonly errors: ReadonlyMap<string, string>;
}

/** Words for every field, for its label and for the summary of errors. */
export function fieldLabels({ add, common }: Dictionary): Readonly<Record<StatementField, string>> {
  return {
    text: add.text,
    language: add.language,
    translation: add.translation,
    translation_language: add.translationLanguage,
    translated_by: add.translator,
    target: add.stance,
    camp: add.camp,
    stance: common.stanceLabel,
    confidence: add.confidence,
    rationale: add.reason,
    slogan: add.sloganText,
    slogan_use: add.sloganUse,
    speaker: add.speaker,
    speaker_pseudonym: add.pseudonym,
    speaker_kind: add.speakerKind,
    speaker_risk: add.risk,
    attribution: add.attribution,
    source_outlet: add.source,
    source_title: add.sourceTitle,
    source_url: add.sourceUrl,
    source_language: add.language,
    source_published: add.sourcePublished,
    source_archive_url: add.sourceArchive,
    locator: add.place,
    said_on: add.date,
    external_id: 'ID',
    coder: add.coder,
  };
}

function choices<Code extends string>(
  codes: readonly Code[],
  labels: Readonly<Record<Code, string>>,
  hints?: Readonly<Record<Code, string>>,
): readonly Choice[] {
  return codes.map((value) => ({ value, label: labels[value], ...(hints === undefined ? {} : { hint: hints[value] }) }));
}

/** Every field of a new statement, in the order in which a coder meets them: words, speaker, source, reading. */
export function StatementFields({ event, scorers, dictionary, locale, values, errors }: StatementFieldsProps) {
  const { add, common, compare, reliability } = dictionary;
  const labels = fieldLabels(dictionary);
  const said = (name: string, agreement: MachineAgreement | undefined) =>
    compare.scorers(isolate(name), scorerAgreementSentence(reliability, locale, agreement));
  const base = <Name extends StatementField>(name: Name) => ({ name, label: labels[name], error: errors.get(name) });
  const optional = common.form.optional;
  const camps = event.camps.filter((camp) => !camp.retired);
  const [target] = event.targets;
  const language = values.language === DETECT_LANGUAGE ? '' : values.language;
  return (
    <>
      <fieldset className="form-group">
        <legend>{add.groups.words}</legend>
        <TextAreaField
          {...base('text')}
          hint={add.textHint}
          defaultValue={values.text}
          maxLength={STATEMENT_LIMITS.text}
          isQuote
          aria-required
        />
        <ScorePreview
          textId="text"
          languageId="language"
          locale={locale}
          agreements={scorers.map((each) => ({
            scorer: each.scorer,
            version: each.version,
            language: each.language,
            sentence: said(each.scorer, each),
          }))}
          words={{
            title: add.preview,
            empty: add.previewEmpty,
            noScript: add.previewNoScript,
            busy: add.previewBusy,
            failed: add.previewFailed,
            guessed: add.languageGuessed,
            notChecked: said('{scorer}', undefined),
            score: common.score,
            evidence: common.evidence,
            partsSeparator: common.partsSeparator,
          }}
        />
        <RadioField
          {...base('attribution')}
          choices={choices(ATTRIBUTIONS, common.attribution, common.attributionHint)}
          defaultValue={values.attribution}
          isInline
        />
        <div className="form-row">
          <TextField
            {...base('language')}
            note={optional}
            hint={add.languageHint}
            defaultValue={language}
            maxLength={STATEMENT_LIMITS.languageTag}
            dir="ltr"
            autoCapitalize="none"
            spellCheck={false}
          />
        </div>
        <details className="more-fields" open={values.translation !== undefined && values.translation !== ''}>
          <summary>{add.translation}</summary>
          <div className="form-group">
            <TextAreaField
              {...base('translation')}
              note={optional}
              hint={add.translationHint}
              defaultValue={values.translation}
              maxLength={STATEMENT_LIMITS.translation}
            />
            <div className="form-row">
              <TextField
                {...base('translation_language')}
                defaultValue={values.translation_language ?? locale}
                maxLength={STATEMENT_LIMITS.languageTag}
                dir="ltr"
                autoCapitalize="none"
                spellCheck={false}
              />
              <SelectField
                {...base('translated_by')}
                choices={choices(TRANSLATORS, common.translator)}
                defaultValue={values.translated_by ?? 'unknown'}
              />
            </div>
          </div>
        </details>
        <details className="more-fields" open={values.slogan !== undefined && values.slogan !== ''}>
          <summary>{add.slogan}</summary>
          <div className="form-row">
            <TextField
              {...base('slogan')}
              note={optional}
              hint={add.sloganHint}
              defaultValue={values.slogan}
              maxLength={STATEMENT_LIMITS.slogan}
            />
            <SelectField
              {...base('slogan_use')}
              choices={choices(SLOGAN_USES, common.sloganUse)}
              defaultValue={values.slogan_use ?? 'unclear'}
            />
          </div>
        </details>
      </fieldset>

      <fieldset className="form-group">
        <legend>{add.groups.who}</legend>
        <RadioField
          {...base('camp')}
          hint={add.campHint}
          choices={camps.map((camp) => ({ value: camp.slug, label: camp.label[locale] }))}
          defaultValue={values.camp}
          isInline
        />
        <details className="more-fields">
          <summary>{add.campDefinitions}</summary>
          <dl className="facts">
            {camps.map((camp) => (
              <div key={camp.slug}>
                <dt>{camp.label[locale]}</dt>
                <dd>{camp.definition[locale]}</dd>
              </div>
            ))}
          </dl>
        </details>
        <div className="form-row">
          <TextField
            {...base('speaker')}
            note={optional}
            hint={add.speakerHint}
            defaultValue={values.speaker}
            maxLength={STATEMENT_LIMITS.speakerName}
            autoComplete="off"
          />
          <SelectField
            {...base('speaker_kind')}
            choices={choices(SPEAKER_KINDS, add.speakerKinds)}
            defaultValue={values.speaker_kind ?? 'unknown'}
          />
        </div>
        <div className="form-row">
          <SelectField
            {...base('speaker_risk')}
            hint={add.riskHint}
            choices={choices(SPEAKER_RISKS, common.risk)}
            emptyChoice={common.form.choose}
            defaultValue={values.speaker_risk ?? ''}
          />
          <TextField
            {...base('speaker_pseudonym')}
            note={optional}
            hint={add.pseudonymHint}
            defaultValue={values.speaker_pseudonym}
            maxLength={STATEMENT_LIMITS.speakerName}
            autoComplete="off"
          />
        </div>
      </fieldset>

      <fieldset className="form-group">
        <legend>{add.groups.where}</legend>
        <div className="form-row">
          <TextField
            {...base('source_outlet')}
            note={optional}
            hint={add.sourceHint}
            defaultValue={values.source_outlet}
            maxLength={STATEMENT_LIMITS.outlet}
          />
          <TextField
            {...base('source_title')}
            note={optional}
            defaultValue={values.source_title}
            maxLength={STATEMENT_LIMITS.title}
          />
        </div>
        <TextField
          {...base('source_url')}
          note={optional}
          hint={add.sourceUrlHint}
          defaultValue={values.source_url}
          maxLength={STATEMENT_LIMITS.url}
          dir="ltr"
          inputMode="url"
          autoCapitalize="none"
          spellCheck={false}
        />
        <div className="form-row">
          <TextField
            {...base('locator')}
            note={optional}
            hint={add.placeHint}
            defaultValue={values.locator}
            maxLength={STATEMENT_LIMITS.locator}
          />
          <TextField
            {...base('said_on')}
            note={optional}
            hint={add.dateHint}
            defaultValue={values.said_on}
            dir="ltr"
            maxLength={40}
          />
        </div>
        <details className="more-fields" open={(values.source_published ?? values.source_archive_url ?? '') !== ''}>
          <summary>{add.more}</summary>
          <div className="form-row">
            <TextField
              {...base('source_published')}
              note={optional}
              hint={add.dateHint}
              defaultValue={values.source_published}
              dir="ltr"
              maxLength={40}
            />
            <TextField
              {...base('source_archive_url')}
              note={optional}
              hint={add.sourceUrlHint}
              defaultValue={values.source_archive_url}
              maxLength={STATEMENT_LIMITS.url}
              dir="ltr"
              inputMode="url"
            />
          </div>
        </details>
      </fieldset>

      <fieldset className="form-group">
        <legend>{add.groups.coding}</legend>
        {event.targets.length > 1 ? (
          <SelectField
            {...base('target')}
            choices={event.targets.map((each) => ({ value: each.slug, label: each.proposition[locale] }))}
            defaultValue={values.target ?? target?.slug}
          />
        ) : null}
        <RadioField
          {...base('stance')}
          label={
            <>
              {add.stance}: <bdi>{target?.proposition[locale]}</bdi>
            </>
          }
          hint={add.stanceHint}
          choices={choices(STANCES, common.stance, common.stanceHint)}
          defaultValue={values.stance}
          isInline
          renderLabel={(choice) => <StanceLabel choice={choice} />}
        />
        <RadioField
          {...base('confidence')}
          choices={[
            { value: '3', label: common.confidence.three },
            { value: '2', label: common.confidence.two },
            { value: '1', label: common.confidence.one },
          ]}
          defaultValue={values.confidence}
          isInline
        />
        <TextAreaField
          {...base('rationale')}
          note={optional}
          hint={add.reasonHint}
          defaultValue={values.rationale}
          maxLength={STATEMENT_LIMITS.rationale}
        />
        <div className="form-row">
          <TextField
            {...base('coder')}
            hint={add.coderHint}
            defaultValue={values.coder}
            maxLength={STATEMENT_LIMITS.coder}
            autoComplete="nickname"
            aria-required
          />
        </div>
      </fieldset>
    </>
  );
}

function StanceLabel({ choice }: { readonly choice: Choice }) {
  const stance = STANCES.find((known) => known === choice.value);
  return stance === undefined ? (
    choice.label
  ) : (
    <span className="tag" data-stance={stance}>
      <StanceIcon stance={stance} />
      {choice.label}
    </span>
  );
}
