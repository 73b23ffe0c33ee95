export const methods = {
  title: 'Methods',
  lead: 'How the numbers on these pages are made, where they fail, and what they must not be used for.',
  contents: 'On this page',
  sections: {
    collected: {
      title: 'What is collected',
      body: [
        'A statement is one reaction, quoted or reported, with its source, the place in it, and the date as precisely as it is known. Somebody chose each of them; they are collected statements, not a poll. No number here says how many people in a society think something.',
        'A camp is how a statement’s speaker is described, by the codebook’s definition. It is coded for each statement and can be contested. It is not a fact about a person.',
        'The original text never changes. A correction, a withdrawal or a new coding is a new row in a log in which each row seals the one before.',
      ],
    },
    axes: {
      title: 'Two axes, never mixed',
      body: [
        'Stance is where a speaker stands towards a named target. People code it, by a codebook, with a reason. Wording is how negative or positive the words are. A machine scores it.',
        'Neither is worked out from the other. In 3,502 Arabic tweets in which people labelled both (Mawqif), the two differ in 32%. On 4,163 English tweets (SemEval-2016, task 6), the sign of a word list’s score agrees with human stance at a kappa of 0.02, which is chance.',
        'With the scorer switched off, the stance charts are the same to the last byte.',
      ],
    },
    stance: {
      title: 'How stance is coded',
      body: [
        'Five codes: in favour, against, ambivalent, takes no side, cannot be coded. The last two stay in the denominator and are shown apart; they are never folded into a middle.',
        'A coding is a row that names its coder, codebook version, confidence and reason. The code that charts use is the adjudicated one, else the one on which all latest codings agree, else “disputed”, which is drawn as itself.',
      ],
    },
    score: {
      title: 'How wording is scored',
      body: [
        'The score lies between −1 and +1. It is the expectation of a calibrated model over negative, neutral and positive, and every score lists the words that moved it, the negations seen, the share of the words known, and the scorer’s name and version.',
        'A text that no scorer reads has no score. It is never counted as 0. Where the model is not sure enough of its label, the page says “unsure”.',
        'Known failures: sarcasm; a will that is only implied; a tone that belongs to somebody who is quoted; reporting about violent events in plain words; dialect that the training texts do not hold.',
      ],
    },
    intervals: {
      title: 'Intervals and small numbers',
      body: [
        'A share carries Wilson’s 95% interval (Wilson 1927). The difference of two camps carries Newcombe’s interval (Newcombe 1998, method 10). A mean score carries its own interval, held within −1 and +1.',
        'Under 5 statements nothing is summarised: each is drawn as a dot. From 5 to 9 the interval is drawn and the share is written as a count, “3 of 8”. A percentage appears from 10.',
        'An interval says how much a number could vary had other statements been collected the same way. It is not a margin of error for a population.',
      ],
    },
    reliability: {
      title: 'Agreement of coders',
      body: [
        'Krippendorff’s alpha at the variable’s level of measurement, with a bootstrap interval over units and the numbers of units and coders. Below .667, or where it cannot be computed, every chart and file that uses the variable says so.',
      ],
    },
    duplicates: {
      title: 'Duplicates',
      body: [
        'A text that is already there is refused with a link to it. Near copies are proposed to a person, who decides; what was decided is remembered. Charts count a repost once.',
      ],
    },
    harm: {
      title: 'Doing no harm',
      body: [
        'A withheld statement and a protected speaker’s name appear on no page, in no file, in no search and in no log line. Before naming a private person, ask what being found could cost them.',
      ],
    },
    limits: {
      title: 'What these numbers cannot say',
      body: [
        'They do not say how common a view is, why somebody holds it, or whether it is right. They do not rank camps. They describe what was collected, by the people named, by the codebook linked, on the date shown.',
      ],
    },
  },
  evaluation: {
    title: 'How good the scorers are',
    lead: 'Measured on public test sets on which nothing was trained. Macro-recall is the mean of the three classes’ recalls; chance is .333.',
    caption: 'Scorers on test sets, with 95% bootstrap intervals',
    set: 'Test set',
    scorer: 'Scorer',
    n: 'n',
    accuracy: 'Accuracy',
    macroRecall: 'Macro-recall',
    macroF1: 'Macro-F1',
    pearson: 'Pearson r',
    speed: 'ms per 1,000',
    measuredOn: (date: string) => `Measured on ${date}.`,
    calibration: {
      title: 'How sure, and how often right',
      lead: 'A well calibrated scorer that says 70% is right in 70 of 100. The calibration error is how far stated confidence and share right lie apart, on average over ten bins. Below a confidence that was set on held-out texts the page says “unsure”.',
      caption: 'Calibration and abstention of our scorers',
      error: 'Calibration error',
      unsure: 'Unsure',
      rightUnsure: 'Right when unsure',
      rightSure: 'Right when not',
    },
    stance: {
      title: 'No stance can be read off a score',
      lead: 'Here a sentiment label is read as a stance: positive as in favour, negative as against. The figure is the mean F1 of the two. In English tweets even the sentiment that people themselves read in a text does worse than always naming the most common stance of the target; in Arabic tweets it does better, and the score still far worse than people. Anger is often in favour, and calm often against. So this product never turns a score into a stance.',
      caption: 'Sentiment read as stance, mean F1',
      fromScore: 'Our score',
      fromPeople: 'People’s sentiment labels',
      majority: 'Always the most common stance',
    },
    readings: {
      title: 'Original and translation',
      lead: 'Arabic tweets and their machine translation, each read by the scorer of its language. Where the two labels are one, they are right more often than where they are not.',
      caption: 'Two readings of one text',
      alike: 'Read alike',
      rightAlike: 'Right when alike',
      original: 'Original right when apart',
      translation: 'Translation right when apart',
    },
    versions:
      'A new version of a scorer writes new scores beside the old. What it moved, in which camp and by which words, is shown for each event:',
    notMeasured: 'not measured',
  },
};
