import { isolate } from '#lib/core/text/isolate';
import { counted } from '#lib/i18n/en/counted';
import { formatNumber, formatPercent } from '#lib/i18n/format';

const statements = (n: number): string => counted(n, 'statement', 'statements');
const of = (done: number, total: number): string => `${formatNumber('en', done)} of ${formatNumber('en', total)}`;

export const coding = {
  title: 'Code',
  lead: 'Read one statement at a time and say where it stands. Give your name, choose what to code, and start.',
  blind:
    'Blind until you have answered: no page shows you what others said of a statement, or its score, before you have coded it.',

  who: {
    name: 'Your name',
    hint: 'Kept in this browser. Use the same name each time: two spellings would count as two people.',
    known: (names: string) => `Coders so far: ${names}.`,
  },
  queue: {
    heading: 'What to code',
    all: 'All statements',
    allHint: (n: number) => `${statements(n)}, in the order in which they were collected`,
    rules: {
      all: 'All statements',
      random: 'A random share',
      double: 'Coded by somebody already',
      stale: 'Definition changed since',
    },
    random: (share: number, seed: number) => `A random ${formatPercent('en', share)}, seed ${seed}`,
    drawn: (n: number, by: string, on: string) => `${statements(n)}; drawn by ${by} on ${on}`,
    variables: (names: string) => `Asks: ${names}`,
    start: 'Start coding',
    another: 'Choose another queue',
  },
  draw: {
    heading: 'Draw a new queue',
    lead: 'To code only a part, the same for everybody, draw a queue: a random share, what somebody has coded already, or what a new definition made stale. It is kept with its rule and seed, so that a footnote can tell how the statements were chosen.',
    rule: 'Rule',
    hints: {
      all: 'every statement that is here now',
      random: 'the usual way to double-code: everybody codes the same random share; copies are left out',
      double: 'statements that somebody has coded, so that a second opinion makes them count for agreement',
      stale: 'statements whose codings were made before a definition changed',
    },
    share: 'Share in per cent',
    shareHint: 'for a random share: 20 to 30 is common',
    seed: 'Seed',
    seedHint: 'a whole number; left empty, one is drawn and recorded',
    variables: 'What is asked',
    by: 'Who draws',
    submit: 'Draw',
    done: (n: number) => `Drawn: ${statements(n)}. The new queue is chosen below; give your name and start.`,
  },
  session: {
    as: (name: string) => `You are coding as ${name}`,
    hidden: 'What others said of statements that you have not coded yet is hidden from you on every page.',
    here: 'You are coding and have not judged this statement yet: what others and the machine said of it is hidden until you have.',
    untilCoded: 'Hidden until you have coded it yourself.',
    codeIt: 'Code this statement',
    goOn: 'Go on coding',
    leave: 'Stop coding and see everything',
  },
  progress: {
    label: 'Progress through the queue',
    sentence: (done: number, total: number) => `${of(done, total)} answered`,
    title: (done: number, total: number) => `${of(done, total)}: code`,
  },
  unit: {
    statement: 'The statement',
    question: 'The question',
    context: 'From the same source, before and after',
    slogan: 'It carries the slogan',
    confidence: 'How sure are you?',
    confidenceChoices: { one: '1, low', two: '2, medium', three: '3, high' },
    rationale: 'Reason',
    rationaleHint: 'One sentence that another coder can check; it is shown beside your code when codings are compared.',
    definitions: 'When to use which code',
    useWhen: 'Use when',
    avoidWhen: 'Not when',
    examples: 'Examples',
    counterExamples: 'Not',
    submit: 'Save and go on',
    later: 'Later',
    previous: (code: string) => `You said before: ${code}. A new answer is kept beside the old one.`,
    withdrawn: (code: string) => `You took back: ${code}.`,
  },
  undo: (variable: string, code: string) => `Take back your last answer: “${isolate(code)}” · ${isolate(variable)}`,
  saved: (code: string) => `Saved: “${isolate(code)}”.`,
  undone: 'Taken back. Your answer is kept in the history and no longer counts.',
  keys: {
    heading: 'Keys',
    numbers: 'choose a code',
    enter: 'save and go on',
    z: 'undo the last answer',
    reason: 'write the reason',
  },
  done: {
    title: 'Everything in this queue is coded',
    body: (n: number) =>
      `${statements(n)}. Until you stop coding you can still take back your last answer; then you see what the others said.`,
    reliability: 'How far you agree',
    empty: 'There is nothing to code in this queue',
    emptyBody:
      'Its statements are no longer shown, or none of its questions is asked of them: how a slogan is used is asked only where there is one.',
  },
  inactive: {
    title: (name: string) => `${isolate(name)} is deactivated`,
    body: 'The codings stay and count as before; new ones are refused. To code under this name, reactivate it among the coders; to code under another, stop here and give that name.',
    coders: 'To the coders',
  },
  problems: {
    heading: 'Your answer was not saved',
    answeredBefore:
      'You have answered this already, in another tab perhaps, and that answer stands. If what you see below is your second thought, save it: both are kept, and the last one counts.',
    takenBack:
      'You have taken this answer back, in another tab perhaps. If what you see below is your answer now, save it: it becomes a new one.',
  },
};
