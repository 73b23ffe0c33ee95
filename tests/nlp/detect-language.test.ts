import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { detectLanguage, SURE_LANGUAGE } from '#lib/nlp/detect-language';

describe('detectLanguage', () => {
  it.each([
    ['ar', 'نطالب بمحاسبة كل من قصف بيوتنا'],
    ['ar', 'شو هالحكي يا جماعة، مو معقول اللي عم يصير'],
    ['ar', 'الشعب یرید اسقاط النظام'],
    ['ar', '#لا_للتطبيع'],
    ['ar', 'RT @user: لا للحرب http://t.co/abc'],
    ['ar', 'ﻻ ﻋﺪﺍﻟﺔ ﺑﻼ ﻣﺤﺎﺳﺒﺔ'],
    ['en', 'We want justice for the victims before any handshake.'],
    ['en', 'Russia bombed our hospitals and now it is our friend?'],
    ['fa', 'مردم ایران از این دیدار خشمگین هستند و می‌خواهند پاسخ بشنوند'],
    ['ur', 'ہم انصاف چاہتے ہیں اور متاثرین کے ساتھ کھڑے ہیں'],
    ['ckb', 'ئێمە داوای دادپەروەری دەکەین بۆ هەموو قوربانییەکان'],
    ['ps', 'موږ غواړو چې د قربانیانو کورنۍ عدالت ترلاسه کړي'],
    ['kmr', 'Em ji bo hemû malbatên qurbaniyan edaletê dixwazin û li vir in'],
    ['fr', 'Nous voulons la justice pour les familles des victimes.'],
    ['tr', 'Kurbanların aileleri için adalet istiyoruz, bu görüşmeyi kabul etmiyoruz.'],
    ['de', 'Wir wollen Gerechtigkeit für die Familien der Opfer.'],
    ['es', 'Queremos justicia para las familias de las víctimas.'],
    ['ru', 'Мы хотим справедливости для семей погибших.'],
    ['uk', 'Ми хочемо справедливості для родин загиблих.'],
    ['he', 'אנחנו רוצים צדק למשפחות הקורבנות'],
    ['el', 'Θέλουμε δικαιοσύνη για τις οικογένειες'],
    ['zh', '我们要为遇难者家属讨回公道'],
    ['ja', '犠牲者の家族に正義を'],
    ['ko', '희생자 가족을 위한 정의를 원합니다'],
    ['ar-Latn', 'shu hal 7aki ya 3ammi, ma3 ba3d'],
    ['und', 'Waxaan rabnaa nabad iyo caddaalad dhammaan'],
  ])('%s: %s', (language, text) => {
    const found = detectLanguage(text);
    expect(found.language).toBe(language);
    expect(found.parts).toBeUndefined();
  });

  it.each([
    [
      'en',
      ['no', 'No!', 'yes', 'OK 👍', 'Thank you', 'Never again', 'Shame on you', 'Free Syria', 'Down with Moscow', 'Justice now'],
    ],
    [
      'en',
      [
        'Let Moscow fall',
        'Hands off',
        'Traitors',
        'Disgrace.',
        'Peace',
        'Not in our name',
        'Russia out',
        'u r a liar',
        'Wow',
        'RIP',
      ],
    ],
    [
      'en',
      [
        'We are fleeing your bombs. #migrants #paris #falseflag #syria',
        'Blood is not for sale',
        'inshallah it gets better for them',
      ],
    ],
    [
      'ar',
      ['لا', 'نعم', 'عار', 'لا للحرب', 'مو', 'يا حيف', 'تسقط موسكو', 'لافروف', 'ماكو فايدة', 'شلونك', 'كلام فاضي', 'آن الأوان'],
    ],
    ['ar', ['اسلوب جستن بيبر', 'محمد عبدو و حموش', 'دي حاجة حلوة', 'دا كلام فاضي', 'عجبني سره']],
    ['fa', ['مرگ بر دیکتاتور', 'زن زندگی آزادی', 'این خیانت است', 'دوستت دارم', 'نه به جنگ', 'حال شما چطور است']],
    ['ur', ['یہ بہت برا ہے', 'پاکستان زندہ باد']],
    ['ckb', ['سڵاو چۆنی', 'ئازادی بۆ کوردستان']],
    ['fr', ['Bonjour', 'Merci beaucoup', "C'est une honte", 'Vive la Syrie libre']],
    ['de', ['Nein danke', 'Das ist eine Schande', 'Frieden jetzt', 'Wir vergessen nicht']],
    ['tr', ['Katil Esad', 'Bu bir rezalet', 'Savaşa hayır', 'Teşekkür ederim']],
    ['es', ['Hola', 'Gracias', 'Qué vergüenza']],
    ['it', ['Grazie mille', 'Vergogna']],
    ['kmr', ['Bijî Kurdistan', 'Em ji te hez dikin', 'Rojbaş']],
    ['ru', ['Привет', 'Позор', 'Мы не забудем']],
    ['ar-Latn', ['mabrouk habibi', 'wallah haram', 'inshallah kheir', '7abibi shu hal 7aki']],
  ])('%s: short texts', (language, texts) => {
    expect(texts.map((text) => [text, detectLanguage(text).language])).toEqual(texts.map((text) => [text, language]));
  });

  it.each(['', '   ', '1234', '😡😡', '...', 'http://example.org/a', '\0', '\ud800'])('says und of %j', (text) => {
    expect(detectLanguage(text)).toEqual({ language: 'und', confidence: 0, script: 'Zyyy' });
  });

  it.each(['Hama', 'ok', 'Shame!', 'Je ne'])('is not sure of the short text %j', (text) => {
    expect(detectLanguage(text).confidence).toBeLessThan(SURE_LANGUAGE);
  });

  it('is sure of a whole sentence', () => {
    expect(detectLanguage('We want justice for the victims before any handshake.').confidence).toBeGreaterThan(0.95);
    expect(detectLanguage('نطالب بمحاسبة كل من قصف بيوتنا').confidence).toBeGreaterThan(0.95);
  });

  it('lowers its confidence by the share of other scripts', () => {
    // 12 Arabic letters, 12 Latin ones: whichever wins has half of them.
    const found = detectLanguage('نريد العدالة justiceforus');
    expect(found.confidence).toBeLessThanOrEqual(0.55);
  });

  it('tells sentences of a mixed text apart, covering all of it', () => {
    const text = 'نريد العدالة لأولادنا ولكل الضحايا. We want justice for the victims. 😡';
    const found = detectLanguage(text);
    expect(found.parts).toEqual([
      { start: 0, end: 35, language: 'ar' },
      { start: 35, end: text.length, language: 'en' },
    ]);
  });

  it('tells two languages of one script apart', () => {
    const text = 'We want justice for the victims of this war. Nous voulons la justice pour toutes les victimes de cette guerre.';
    expect(detectLanguage(text).parts?.map((part) => part.language)).toEqual(['en', 'fr']);
  });

  it('does not split a text for one short foreign sentence in the same script', () => {
    expect(detectLanguage('We have waited for an answer for eleven years. Merci. Nobody gave us one.').parts).toBeUndefined();
  });

  it('gives the same answer the second time', () => {
    expect(detectLanguage('Ma nouvelle maison')).toEqual(detectLanguage('Ma nouvelle maison'));
  });

  it('answers any string with a number between 0 and 1 and parts that cover it', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' })), (text) => {
        const found = detectLanguage(text);
        expect(found.confidence).toBeGreaterThanOrEqual(0);
        expect(found.confidence).toBeLessThanOrEqual(1);
        if (found.parts) {
          expect(found.parts[0]?.start).toBe(0);
          expect(found.parts.at(-1)?.end).toBe(text.length);
          for (let i = 1; i < found.parts.length; i += 1) expect(found.parts[i]?.start).toBe(found.parts[i - 1]?.end);
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each([
    ['a word of 100,000 letters', 'ب'.repeat(100_000)],
    ['1 MB of Latin words', 'word '.repeat(200_000)],
    ['1 MB of sentences', 'نعم لا. We do. '.repeat(60_000)],
    ['10,000 combining marks', `a${'\u0301'.repeat(10_000)}`],
    ['bidirectional controls', '\u202e\u202b'.repeat(50_000)],
    ['full stops', '.'.repeat(500_000)],
    ['hashes', '#'.repeat(500_000)],
    ['at signs', '@a'.repeat(200_000)],
    ['lone surrogates', '\ud800 '.repeat(100_000)],
  ])('answers %s', (_name, text) => {
    expect(Number.isFinite(detectLanguage(text).confidence)).toBe(true);
  });
});
