import { choosePlural, formatNumber } from '#lib/i18n/format';

const count = (n: number, one: string, other: string): string =>
  `${formatNumber('en', n)} ${choosePlural('en', n, { one, other })}`;

export const common = {
  product: 'Stanceboard',
  tagline: 'Where publics stand, and in which words',
  skipToContent: 'Skip to the content',
  notAPoll: 'Collected statements, not a poll.',
  partsSeparator: '; ',
  opensInNewPage: 'opens another site',

  nav: {
    label: 'Main',
    event: 'This event',
    events: 'Events',
    compare: 'Compare',
    statements: 'Statements',
    add: 'Add a statement',
    import: 'Import',
    slogans: 'Slogans',
    coding: 'Code',
    adjudicate: 'Adjudicate',
    reliability: 'Reliability',
    codebook: 'Codebook',
    methods: 'Methods',
    export: 'Export',
    report: 'Report',
    more: 'More',
  },

  footer: {
    label: 'About this page',
    version: (version: string) => `Stanceboard ${version}`,
    dataAsOf: (moment: string) => `Data as of ${moment}`,
    licence: 'Software under the MIT licence. Quotations belong to those who said them and to the sources named.',
    cite: 'Cite this',
    citeHint: 'Copy this line; the link keeps the filter that you see.',
    printed: (url: string) => `Printed from ${url}`,
  },

  theme: {
    label: 'Colours',
    light: 'Light',
    dark: 'Dark',
    system: 'As the system',
    toLight: 'Light colours',
    toDark: 'Dark colours',
  },
  language: { label: 'Language', en: 'English', ar: 'العربية' },

  actions: {
    save: 'Save',
    apply: 'Apply',
    cancel: 'Cancel',
    close: 'Close',
    clear: 'Clear',
    clearAll: 'Clear all filters',
    back: 'Back',
    copy: 'Copy',
    copied: 'Copied',
    download: 'Download',
    edit: 'Edit',
    undo: 'Undo',
    retry: 'Try again',
    show: 'Show',
    open: 'Open',
  },

  counts: {
    statements: (n: number) => count(n, 'statement', 'statements'),
    sources: (n: number) => count(n, 'source', 'sources'),
    languages: (n: number) => count(n, 'language', 'languages'),
    camps: (n: number) => count(n, 'camp', 'camps'),
    words: (n: number) => count(n, 'word', 'words'),
    characters: (n: number) => count(n, 'character', 'characters'),
    of: (k: number, n: number) => `${formatNumber('en', k)} of ${formatNumber('en', n)}`,
    n: (n: number) => `n = ${formatNumber('en', n)}`,
  },

  /** Towards the target of the page; no moral words. */
  stance: {
    favor: 'in favour',
    against: 'against',
    ambivalent: 'ambivalent',
    none: 'takes no side',
    cannot_code: 'cannot be coded',
    disputed: 'disputed',
    uncoded: 'not coded yet',
  },
  stanceLabel: 'Stance',
  stanceHint: {
    favor: 'supports the step, or asks for it',
    against: 'rejects the step, or asks to stop it',
    ambivalent: 'says both: for it in part, against it in part',
    none: 'speaks of it without taking a side',
    cannot_code: 'the text is not enough to tell',
    disputed: 'coders differ, and nobody has adjudicated',
    uncoded: 'nobody has coded it yet',
  },

  campLabel: 'Camp',
  camp: { disputed: 'Disputed camp', uncoded: 'No camp coded yet' },

  attributionLabel: 'How it reached us',
  attribution: {
    direct: 'direct quotation',
    reported: 'reported speech',
    paraphrase: 'paraphrase',
    slogan: 'quoted slogan',
  },
  attributionHint: {
    direct: 'the words are in quotation marks in the source',
    reported: 'the source says what was said, without quoting',
    paraphrase: 'the sense, put in our own words',
    slogan: 'a phrase that circulates, said by many',
  },

  sloganUse: { endorse: 'endorses it', mock: 'mocks it', report: 'reports it', unclear: 'unclear' },
  risk: {
    public_figure: 'public figure',
    ordinary: 'private person',
    vulnerable: 'person at risk',
    protected: 'protected: never shown by name',
  },
  status: { draft: 'draft', published: 'published', withheld: 'withheld', deleted: 'deleted' },
  translator: { human: 'translated by a person', machine: 'translated by machine', unknown: 'translator unknown' },

  score: {
    label: 'Wording (machine)',
    negative: 'negative',
    neutral: 'neutral',
    positive: 'positive',
    unsure: 'unsure',
    unsureHint: 'The scorer is not sure enough of this label to stand behind it.',
    notScored: 'not scored',
    reasons: {
      empty: 'there is no text',
      no_evidence: 'no word of it tells the scorer anything',
      language_not_read: 'no scorer reads this language',
      too_long: 'the text is too long to score',
      too_complex: 'the text took too long to score',
    },
    by: '{scorer}, version {version}',
    notStance: 'This is the tone of the wording, not where the speaker stands.',
  },

  evidence: {
    title: 'The words that moved the score',
    none: 'No word moved the score.',
    listCaption: 'Words that moved the score, strongest first',
    word: 'Word',
    moved: 'Moved the score by',
    why: 'How it was read',
    knownShare: 'The scorer knew {share} of the words.',
    towardsNegative: 'towards negative',
    towardsPositive: 'towards positive',
    start: 'Starting value',
    sum: 'Sum before calibration',
    more: 'and {n} more',
    truncated: 'Only the words that moved it most are listed.',
    marks: {
      negated: 'negated',
      negator: 'negates what follows',
      intensified: 'strengthened',
      intensifier: 'strengthens what follows',
      quoted: 'in quotation marks',
      name: 'a name, not counted',
      shifter: 'turns the tone of what follows',
      emoji: 'emoji',
      hashtag: 'hashtag',
    },
    flags: {
      quote: 'The text quotes others: the tone may be theirs.',
      question: 'The text asks a question.',
      conditional: 'The text speaks of a condition ("if").',
      possible_sarcasm: 'The text may be sarcastic; the scorer takes words as they are written.',
      mixed_language: 'The text mixes languages; each sentence was read in its own.',
      truncated_evidence: 'Only the words that moved the score most are kept.',
    },
  },

  confidenceLabel: 'Confidence',
  confidence: { one: 'low', two: 'medium', three: 'high' },

  quote: {
    original: 'Original',
    translation: 'Translation',
    withheld: 'This statement is withheld. Its text is shown nowhere.',
    speakerProtected: 'Speaker protected',
    speakerUnnamed: 'Speaker not named',
    undated: 'undated',
    noSource: 'no source given',
  },

  form: {
    required: 'required',
    optional: 'optional',
    errorPrefix: 'Error:',
    choose: 'Choose …',
    chooseOne: 'Nothing is chosen. Choose one.',
    errorSummary: (n: number) =>
      `${choosePlural('en', n, { one: 'One thing needs', other: `${formatNumber('en', n)} things need` })} mending before this can be saved`,
    charactersLeft: '{n} characters left',
  },

  pager: {
    label: 'Pages of the list',
    next: 'Next page',
    previous: 'Previous page',
    first: 'First page',
    range: (from: number, to: number, total: number) =>
      `${formatNumber('en', from)} to ${formatNumber('en', to)} of ${formatNumber('en', total)}`,
  },

  filters: {
    label: 'Filters',
    active: 'Chosen filters',
    remove: (name: string) => `Remove the filter ${name}`,
    show: 'Show the filters',
  },
  loading: 'Loading …',

  keyboard: {
    title: 'Keyboard',
    open: 'Keyboard help',
    help: 'show this help',
    search: 'go to the search field',
    compare: 'go to Compare',
    statements: 'go to Statements',
    add: 'add a statement',
    saveAndNext: 'save and start the next one',
    closeDialog: 'close what is open',
    thenPress: 'then',
    hint: 'Single keys do nothing while you type in a field.',
  },

  errors: {
    notFoundTitle: 'There is no such page',
    notFoundBody: 'The address may be mistyped, or what it showed was withheld or removed.',
    notFoundAction: 'See all events',
    crashTitle: 'This page could not be shown',
    crashBody:
      'Nothing that you saved is lost. Try again; if it happens once more, run the doctor command and send its output with this number:',
    crashNumber: 'Error number',
  },

  empty: { nothing: 'Nothing here yet' },
};
