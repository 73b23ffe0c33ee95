/**
 * Past tenses and plurals that no rule reaches, with the form that the rules start from. Those that are
 * words of their own as well (left, saw, rose) are not here: finding them would hide what was asked for.
 */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    become: 'became',
    begin: 'began begun',
    break: 'broke broken',
    bring: 'brought',
    build: 'built',
    buy: 'bought',
    catch: 'caught',
    child: 'children',
    choose: 'chose chosen',
    come: 'came',
    crisis: 'crises',
    die: 'dying',
    do: 'did does done',
    draw: 'drew drawn',
    fall: 'fell fallen',
    feel: 'felt',
    fight: 'fought',
    find: 'found',
    flee: 'fled',
    foot: 'feet',
    forget: 'forgot forgotten',
    forgive: 'forgave forgiven',
    get: 'got gotten',
    give: 'gave given',
    go: 'went gone goes',
    half: 'halves',
    hide: 'hid hidden',
    hold: 'held',
    keep: 'kept',
    knife: 'knives',
    know: 'knew known',
    lead: 'led',
    lie: 'lying',
    life: 'lives',
    lose: 'lost',
    make: 'made',
    man: 'men',
    meet: 'met',
    pay: 'paid',
    run: 'ran',
    say: 'said',
    seek: 'sought',
    sell: 'sold',
    send: 'sent',
    shake: 'shook shaken',
    shoot: 'shot',
    speak: 'spoke spoken',
    stand: 'stood',
    steal: 'stole stolen',
    swear: 'swore sworn',
    take: 'took taken',
    teach: 'taught',
    tell: 'told',
    thief: 'thieves',
    think: 'thought',
    throw: 'threw thrown',
    understand: 'understood',
    wife: 'wives',
    win: 'won',
    withdraw: 'withdrew withdrawn',
    wolf: 'wolves',
    woman: 'women',
    write: 'wrote written',
  }).flatMap(([base, forms]) => forms.split(' ').map((form) => [form, base])),
);

const WORD = /^[a-z]+$/;
const DOUBLE = /([^aeiou])\1$/;
const KEEPS_DOUBLE = /[lsz]$/;

/**
 * The part of an English word that its inflections share: `families` and `family` give `famili`, `killed`,
 * `kills` and `killing` give `kill`. These are the inflectional steps 1b, 5a and 5b of M. F. Porter, "An algorithm
 * for suffix stripping", Program 14 (1980), 130-137, steps 1a and 1c as his later Porter2 has them, and a table
 * of irregular forms. The derivational steps are left out: they make one of `community` and `communism`.
 *
 * @param word lower case; a word that is not of the letters a to z, or of one or two, is returned as it is.
 */
export function englishStem(word: string): string {
  if (word.length < 3 || !WORD.test(word)) return word;
  return withoutFinalE(withFinalI(withoutTense(withoutPlural(IRREGULAR.get(word) ?? word))));
}

/** Step 1a. */
function withoutPlural(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2);
  // `ties` is `tie`, `cries` and `cried` are `cri`, as `cry` will be.
  if (word.endsWith('ies') || word.endsWith('ied')) return word.slice(0, word.length > 4 ? -2 : -1);
  return word.endsWith('s') && !word.endsWith('ss') ? word.slice(0, -1) : word;
}

/** Step 1b. */
function withoutTense(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word;
  const stem = word.endsWith('ed') ? word.slice(0, -2) : word.endsWith('ing') ? word.slice(0, -3) : undefined;
  if (stem === undefined || !hasVowel(stem)) return word;
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`;
  if (DOUBLE.test(stem) && !KEEPS_DOUBLE.test(stem)) return stem.slice(0, -1);
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem;
}

/** Step 1c. */
function withFinalI(word: string): string {
  return word.length > 2 && /[^aeiouy]y$/.test(word) ? `${word.slice(0, -1)}i` : word;
}

/** Steps 5a and 5b. */
function withoutFinalE(word: string): string {
  let stem = word;
  if (stem.endsWith('e')) {
    const before = stem.slice(0, -1);
    const syllables = measure(before);
    if (syllables > 1 || (syllables === 1 && !endsShort(before))) stem = before;
  }
  return stem.endsWith('ll') && measure(stem.slice(0, -1)) > 1 ? stem.slice(0, -1) : stem;
}

/** `c` and `v` for each letter; y is a vowel after a consonant. */
function shape(stem: string): string {
  let letters = '';
  for (const letter of stem) {
    const isVowel = 'aeiou'.includes(letter) || (letter === 'y' && letters.endsWith('c'));
    letters += isVowel ? 'v' : 'c';
  }
  return letters;
}

/** How many vowel-consonant sequences a stem has (m in the paper). */
function measure(stem: string): number {
  return shape(stem).match(/v+c+/g)?.length ?? 0;
}

function hasVowel(stem: string): boolean {
  return shape(stem).includes('v');
}

/** Consonant, vowel, consonant, the last not w, x or y (*o in the paper). */
function endsShort(stem: string): boolean {
  return shape(stem).endsWith('cvc') && !/[wxy]$/.test(stem);
}
