import type { BilingualText, CodebookCode, CodebookContent, CodebookVariable } from '#lib/core/codebook/codebook';

/** What a stance towards any proposition can be; the words fit every event. */
const STANCE_CODES: readonly CodebookCode[] = [
  {
    key: 'favor',
    label: { en: 'In favour', ar: 'مؤيِّد' },
    definition: {
      en: 'Supports, defends or accepts the step that the proposition names.',
      ar: 'يؤيد الخطوة التي تتضمنها القضية أو يدافع عنها أو يقبل بها.',
    },
    useWhen: {
      en: 'It welcomes the step, gives a reason for it, or accepts it as necessary, however reluctantly.',
      ar: 'إذا رحّب بالخطوة أو قدّم حجة لها أو قبل بها باعتبارها ضرورة، ولو على مضض.',
    },
    avoidWhen: {
      en: 'It only speaks of those who take the step, or the tone is friendly while nothing is said of the step.',
      ar: 'إذا اكتفى بالحديث عمّن يخطون الخطوة، أو كانت نبرته ودّية من دون أن يقول شيئاً عن الخطوة.',
    },
    value: null,
    examples: [],
    counterExamples: [],
    supersededBy: null,
  },
  {
    key: 'against',
    label: { en: 'Against', ar: 'معارِض' },
    definition: {
      en: 'Opposes, rejects, condemns or is alarmed by the step that the proposition names.',
      ar: 'يعارض الخطوة التي تتضمنها القضية أو يرفضها أو يدينها أو يبدي قلقاً منها.',
    },
    useWhen: {
      en: 'It rejects the step, mocks it, condemns it, or refuses it unless conditions are met that it regards as unmet.',
      ar: 'إذا رفض الخطوة أو سخر منها أو أدانها، أو رفضها ما لم تتحقق شروط يعدّها غير متحققة.',
    },
    avoidWhen: {
      en: 'It judges those who take the step, or their past, and says nothing of the step, and the source does not present it as an answer to the step.',
      ar: 'إذا حكم على من يخطون الخطوة أو على ماضيهم ولم يقل شيئاً عن الخطوة، ولم يقدّمه المصدر ردّاً عليها.',
    },
    value: null,
    examples: [],
    counterExamples: [],
    supersededBy: null,
  },
  {
    key: 'ambivalent',
    label: { en: 'Ambivalent', ar: 'مختلط' },
    definition: {
      en: 'Takes both sides: gives weight to reasons for and against the step, or accepts it only if stated conditions are met.',
      ar: 'يأخذ بالجانبين: يرى للخطوة ما لها وما عليها، أو يقبلها فقط إذا تحققت شروط يذكرها.',
    },
    useWhen: {
      en: 'Reasons for and against stand side by side in one statement, or a yes depends on a condition.',
      ar: 'إذا اجتمعت في القول الواحد حجج التأييد والمعارضة، أو عُلّق القبول على شرط.',
    },
    avoidWhen: {
      en: 'One side clearly outweighs the other, or the wording is only hesitant or polite.',
      ar: 'إذا رجح أحد الجانبين بوضوح، أو كانت الصياغة مترددة أو مجاملة فحسب.',
    },
    value: null,
    examples: [],
    counterExamples: [],
    supersededBy: null,
  },
  {
    key: 'none',
    label: { en: 'Takes no side', ar: 'بلا موقف' },
    definition: {
      en: 'Speaks of the step and takes no side: reports, announces, asks or explains.',
      ar: 'يتناول الخطوة من دون أن ينحاز: ينقل أو يعلن أو يسأل أو يشرح.',
    },
    useWhen: {
      en: 'You can tell what it says of the step, and that it neither supports nor opposes it.',
      ar: 'إذا كان واضحاً ما يقوله عن الخطوة، وأنه لا يؤيدها ولا يعارضها.',
    },
    avoidWhen: {
      en: 'You cannot tell: then it is “cannot code”. “Takes no side” is not the middle between for and against.',
      ar: 'إذا تعذّرت معرفة ذلك: فالرمز حينئذٍ «يتعذّر الترميز». و«بلا موقف» ليس وسطاً بين التأييد والمعارضة.',
    },
    value: null,
    examples: [],
    counterExamples: [],
    supersededBy: null,
  },
  {
    key: 'cannot_code',
    label: { en: 'Cannot code', ar: 'يتعذّر الترميز' },
    definition: {
      en: 'The statement and its place in the source are not enough to tell its stance towards the step.',
      ar: 'لا يكفي القول ولا موضعه في المصدر لمعرفة موقفه من الخطوة.',
    },
    useWhen: {
      en: 'It speaks of something else and a stance could only be guessed; or the text is cut or unreadable.',
      ar: 'إذا تحدّث عن أمر آخر ولم يبقَ سوى التخمين؛ أو كان النص مبتوراً أو غير مقروء.',
    },
    avoidWhen: {
      en: 'The stance can be told with some doubt: then code it with confidence 1.',
      ar: 'إذا أمكنت معرفة الموقف مع بعض الشك: فرمّزه عندئذ بدرجة ثقة 1.',
    },
    value: null,
    examples: [],
    counterExamples: [],
    supersededBy: null,
  },
];

/** Variables that every event has beside camp and stance. */
const GENERAL_VARIABLES: readonly CodebookVariable[] = [
  {
    key: 'use',
    target: null,
    level: 'nominal',
    label: { en: 'Use of the slogan', ar: 'استخدام الشعار' },
    question: { en: 'How does the statement use the slogan that it carries?', ar: 'كيف يستخدم القول الشعار الذي يحمله؟' },
    codes: [
      {
        key: 'endorse',
        label: { en: 'Endorses it', ar: 'يتبنّاه' },
        definition: { en: 'Says the slogan in earnest, as its own.', ar: 'يردّد الشعار جادّاً ويتبنّاه.' },
        useWhen: { en: 'The slogan is chanted, shared or written in agreement.', ar: 'إذا هُتف بالشعار أو نُشر أو كُتب عن اقتناع.' },
        avoidWhen: { en: 'The slogan is only told of, or turned round.', ar: 'إذا كان مجرد نقل للشعار أو قلباً لمعناه.' },
        value: null,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'mock',
        label: { en: 'Mocks it', ar: 'يسخر منه' },
        definition: {
          en: 'Repeats or bends the slogan to ridicule it or those who say it.',
          ar: 'يردّد الشعار أو يحوّره ليسخر منه أو ممّن يرفعونه.',
        },
        useWhen: {
          en: 'Irony or parody is plain from the wording or from what stands around it.',
          ar: 'إذا كانت السخرية أو المحاكاة الساخرة واضحة من الصياغة أو السياق.',
        },
        avoidWhen: {
          en: 'Irony is only possible: then it is “unclear”.',
          ar: 'إذا كانت السخرية مجرد احتمال: فالرمز حينئذٍ «غير واضح».',
        },
        value: null,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'report',
        label: { en: 'Reports it', ar: 'ينقله' },
        definition: {
          en: 'Tells that others use the slogan, without taking it up.',
          ar: 'يذكر أن آخرين يستخدمون الشعار، من دون أن يتبنّاه.',
        },
        useWhen: {
          en: 'The slogan stands in a description of what somebody else says.',
          ar: 'إذا ورد الشعار في وصف كلام شخص آخر.',
        },
        avoidWhen: { en: "The speaker's own agreement or mockery can be heard.", ar: 'إذا ظهر تأييد المتحدث نفسه أو سخريته.' },
        value: null,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'unclear',
        label: { en: 'Unclear', ar: 'غير واضح' },
        definition: {
          en: 'It cannot be told whether the slogan is meant, mocked or only told of.',
          ar: 'لا يمكن معرفة هل الشعار مقصود أم موضع سخرية أم منقول فحسب.',
        },
        useWhen: { en: 'The slogan stands alone, or the signs point both ways.', ar: 'إذا ورد الشعار وحده، أو تعارضت القرائن.' },
        avoidWhen: { en: 'The source says how it was used.', ar: 'إذا بيّن المصدر كيف استُخدم.' },
        value: null,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
    ],
  },
  {
    key: 'sarcasm',
    target: null,
    level: 'nominal',
    label: { en: 'Sarcasm', ar: 'السخرية' },
    question: {
      en: 'Do the words mean the opposite of what they say, in order to mock?',
      ar: 'هل تعني الكلمات عكس ما تقوله بقصد السخرية؟',
    },
    codes: [
      {
        key: 'yes',
        label: { en: 'Sarcastic', ar: 'ساخر' },
        definition: {
          en: 'The literal wording is meant as its opposite, in mockery.',
          ar: 'يُقصد بالصياغة الحرفية عكسها على سبيل السخرية.',
        },
        useWhen: {
          en: 'Wording, signs or context make plain that praise means blame, or blame praise.',
          ar: 'إذا دلّت الصياغة أو العلامات أو السياق على أن المدح ذمّ أو الذمّ مدح.',
        },
        avoidWhen: {
          en: 'The statement reports that others were sarcastic and is itself plain.',
          ar: 'إذا نقل القول أن آخرين سخروا وكان هو نفسه صريحاً.',
        },
        value: null,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'no',
        label: { en: 'Not sarcastic', ar: 'غير ساخر' },
        definition: {
          en: 'The words are meant as they stand, harsh or friendly.',
          ar: 'الكلمات مقصودة كما هي، قاسية كانت أم ودّية.',
        },
        useWhen: {
          en: 'Nothing points to a meaning other than the literal one.',
          ar: 'إذا لم يدلّ شيء على معنى غير المعنى الحرفي.',
        },
        avoidWhen: { en: 'You hesitate over a possible irony.', ar: 'إذا ساورك شك في احتمال السخرية.' },
        value: null,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'cannot_tell',
        label: { en: 'Cannot tell', ar: 'لا يمكن الجزم' },
        definition: {
          en: 'Both readings are possible and nothing decides between them.',
          ar: 'القراءتان ممكنتان ولا شيء يرجّح إحداهما.',
        },
        useWhen: { en: 'Somebody who knew the speaker might say yes or no.', ar: 'إذا كان من يعرف المتحدث قد يجيب بنعم أو لا.' },
        avoidWhen: {
          en: 'You lean clearly to one reading: then code it with low confidence.',
          ar: 'إذا كنت أميل بوضوح إلى إحدى القراءتين: فرمّزها بدرجة ثقة منخفضة.',
        },
        value: null,
        examples: ['(constructed) What a historic day.'],
        counterExamples: [],
        supersededBy: null,
      },
    ],
  },
  {
    key: 'sentiment',
    target: null,
    level: 'ordinal',
    label: { en: 'Tone of the wording (coded by people)', ar: 'نبرة الصياغة (بترميز بشري)' },
    question: {
      en: 'How negative or positive is the wording, whatever it is about and whichever side it takes?',
      ar: 'ما مدى سلبية الصياغة أو إيجابيتها، أياً كان موضوعها وأياً كان الطرف الذي تقف معه؟',
    },
    codes: [
      {
        key: 'very_negative',
        label: { en: 'Very negative', ar: 'سلبية جداً' },
        definition: { en: 'Wording of strong hostility, grief or disgust.', ar: 'صياغة تحمل عداءً أو حزناً أو اشمئزازاً شديداً.' },
        useWhen: {
          en: 'The strongest words are harsh and nothing softens them.',
          ar: 'إذا كانت أقوى الكلمات قاسية ولا شيء يخفّفها.',
        },
        avoidWhen: { en: 'The subject is grave and the wording plain.', ar: 'إذا كان الموضوع جسيماً والصياغة محايدة.' },
        value: -2,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'negative',
        label: { en: 'Negative', ar: 'سلبية' },
        definition: { en: 'Wording that complains, worries, blames or doubts.', ar: 'صياغة فيها شكوى أو قلق أو لوم أو تشكيك.' },
        useWhen: { en: 'The words lean to the negative without being harsh.', ar: 'إذا مالت الكلمات إلى السلبية من غير قسوة.' },
        avoidWhen: {
          en: 'Only the stance is against: a rejection can be worded calmly.',
          ar: 'إذا كان الموقف وحده معارضاً: فقد يُصاغ الرفض بهدوء.',
        },
        value: -1,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'neutral',
        label: { en: 'Neutral', ar: 'محايدة' },
        definition: {
          en: 'Plain wording, or negative and positive words in balance.',
          ar: 'صياغة خالية من الشحنة، أو تتعادل فيها الكلمات السلبية والإيجابية.',
        },
        useWhen: { en: 'Nothing in the wording leans either way.', ar: 'إذا لم تمل الصياغة إلى أي جهة.' },
        avoidWhen: {
          en: 'You cannot read the text: leave the variable uncoded.',
          ar: 'إذا لم تستطع قراءة النص: فاترك المتغيّر بلا ترميز.',
        },
        value: 0,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'positive',
        label: { en: 'Positive', ar: 'إيجابية' },
        definition: {
          en: 'Wording that approves, hopes, thanks or reassures.',
          ar: 'صياغة فيها استحسان أو أمل أو شكر أو طمأنة.',
        },
        useWhen: { en: 'The words lean to the positive without enthusiasm.', ar: 'إذا مالت الكلمات إلى الإيجابية من غير حماسة.' },
        avoidWhen: {
          en: 'Only the stance is in favour: a yes can be worded grimly.',
          ar: 'إذا كان الموقف وحده مؤيداً: فقد تُصاغ الموافقة بنبرة قاتمة.',
        },
        value: 1,
        examples: [],
        counterExamples: [],
        supersededBy: null,
      },
      {
        key: 'very_positive',
        label: { en: 'Very positive', ar: 'إيجابية جداً' },
        definition: { en: 'Wording of enthusiasm, joy or high praise.', ar: 'صياغة فيها حماسة أو فرح أو ثناء كبير.' },
        useWhen: {
          en: 'The strongest words are warm and nothing takes them back.',
          ar: 'إذا كانت أقوى الكلمات حارّة ولا شيء ينقضها.',
        },
        avoidWhen: {
          en: 'The praise is meant in mockery: then the wording is coded as it stands and “sarcasm” as yes.',
          ar: 'إذا كان الثناء على سبيل السخرية: فتُرمَّز الصياغة كما هي ويُرمَّز متغيّر «السخرية» بنعم.',
        },
        value: 2,
        examples: ['(constructed) A wonderful day for both our peoples!'],
        counterExamples: [],
        supersededBy: null,
      },
    ],
  },
];

/** A target as the codebook asks about it. */
export interface StanceTarget {
  readonly slug: string;
  readonly proposition: BilingualText;
}

/** A camp as a code of the codebook. */
export interface CampCode {
  readonly slug: string;
  readonly label: BilingualText;
  readonly definition: BilingualText;
}

/** The code of a camp. What it takes to be placed in it, its definition says; the rest people write in the codebook. */
export function campCode({ slug, label, definition }: CampCode): CodebookCode {
  const none = { en: '', ar: '' };
  return {
    key: slug,
    label,
    definition,
    useWhen: none,
    avoidWhen: none,
    value: null,
    examples: [],
    counterExamples: [],
    supersededBy: null,
  };
}

/** The variable that asks for the stance towards a target. */
export function stanceVariableOf({ slug, proposition }: StanceTarget): CodebookVariable {
  return {
    key: `stance.${slug}`,
    target: slug,
    level: 'nominal',
    label: { en: `Stance: ${short(unstopped(proposition.en))}`, ar: `الموقف: ${short(unstopped(proposition.ar))}` },
    question: {
      en: `Where does the statement stand towards the proposition “${unstopped(proposition.en)}”?`,
      ar: `ما موقف القول من القضية: «${unstopped(proposition.ar)}»؟`,
    },
    codes: STANCE_CODES,
  };
}

/** A sentence as part of another one, without its full stop. */
function unstopped(sentence: string): string {
  return sentence.trimEnd().replace(/(?<!\.)\.$/u, '');
}

/** Labels have little room. */
const LABEL_ROOM = 90;

function short(text: string): string {
  return text.length <= LABEL_ROOM ? text : `${text.slice(0, LABEL_ROOM - 1).trimEnd()}…`;
}

/** The first codebook of a new event: its camps, a stance towards each target, and the variables that every event has. */
export function generalCodebook(event: {
  readonly camps: readonly CampCode[];
  readonly targets: readonly StanceTarget[];
}): CodebookContent {
  return {
    note: null,
    variables: [
      {
        key: 'camp',
        target: null,
        level: 'nominal',
        label: { en: 'Camp', ar: 'الفئة' },
        question: {
          en: 'To which camp does the source give this statement?',
          ar: 'إلى أي فئة ينسب المصدر هذا القول؟',
        },
        codes: event.camps.map(campCode),
      },
      ...event.targets.map(stanceVariableOf),
      ...GENERAL_VARIABLES,
    ],
  };
}
