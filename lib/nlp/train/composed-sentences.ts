import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SentimentLabel } from '#lib/core/score';
import { seededRandom } from '#lib/nlp/train/seeded-random';

/** Words that the sentences below are composed of, by part of speech and side. */
const WORDS = {
  goodAdjective:
    'good great fair honest wise kind helpful useful brave safe clean bright happy glad proud calm pleasant friendly generous sincere reliable successful excellent wonderful fine beautiful strong just transparent competent effective hopeful grateful satisfying impressive trustworthy decent welcome promising healthy',
  badAdjective:
    'bad unfair dishonest foolish cruel useless dangerous dirty dark sad angry ashamed hostile greedy corrupt unreliable terrible awful horrible ugly weak unjust incompetent harmful hopeless painful disappointing disgraceful shameful brutal violent poor worthless broken miserable pathetic dreadful sick appalling criminal',
  goodNoun:
    'hope trust freedom dignity justice peace safety joy progress success honesty courage wisdom respect support democracy friendship relief prosperity stability unity mercy truth comfort health confidence pride kindness reconciliation',
  badNoun:
    'violence fear corruption hatred poverty hunger war suffering injustice oppression tyranny misery pain crime terror torture abuse conflict crisis fraud bloodshed massacre siege sanctions famine disease debt chaos threat discrimination persecution dictatorship occupation blackmail bombing shelling killing',
  goodVerb: 'helped welcomed honoured supported thanked praised respected protected encouraged comforted',
  badVerb: 'betrayed insulted cheated humiliated abandoned robbed attacked threatened deceived abused',
  ender:
    'end stop halt lift ease reduce prevent avoid overcome eliminate defeat abolish curb tackle remove resolve alleviate avert combat',
  ended:
    'ended stopped halted lifted eased reduced prevented avoided overcame eliminated defeated abolished curbed removed resolved averted relieved',
  harmed:
    'destroyed crushed shattered betrayed undermined rejected stole killed ruined violated suppressed sabotaged wrecked abandoned lost weakened ignored eroded',
  people:
    'people|families|citizens|neighbours|teachers|workers|students|refugees|doctors|farmers|voters|mothers|journalists|visitors',
  body: 'council|government|committee|ministry|party|court|army|company|union|commission|parliament|school|hospital|embassy|agency|police|senate',
  thing:
    'agreement|plan|law|visit|speech|meeting|decision|proposal|report|deal|election|trial|reform|project|statement|budget|answer|book|film|service|product',
  place: 'town|city|village|country|province|region|capital|camp|valley|street|district',
  day: 'Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|1 May|12 June|3 October|9 January',
  number: 'two|three|five|seven|ten|twelve|forty|sixty|a hundred',
  giver: 'They|We|The council|The new government|The doctors|The volunteers|The minister|Our neighbours|The police|The two sides',
  nameGood:
    'Hope Grace Joy Faith Victor Pax Felix Mercy Bliss Sunny Love Goodman Merry Noble Bright Best Justice Liberty Victory Freedom Peace Unity Friendship Harmony',
  nameBad:
    'Savage Grimm Payne Moody Slaughter Coffin Wrath Cruel Bane Sharp Stark Crook Killer Death War Battle Terror Crime Crisis Conflict',
  placeName: 'Geneva Aleppo Homs Oslo Vienna Lagos Lima Ankara Cairo Madrid Tunis Ottawa Kyoto Basel Riga',
  roleName:
    'Street|Square|Bridge|Committee|Council|Party|House|Foundation|Commission|Hotel|Institute|Museum|Day|Road|Valley|Ministry|Department|Palace',
  topic:
    'war|war crimes|terrorism|poverty|corruption|torture|murder|cancer|hate speech|drug abuse|the conflict|the attack|debt|crime|violence|famine|disaster|emergency|fire|flood|crisis|unemployment|migration|mines|weapons|fraud|justice|peace|human rights|reconciliation|freedom of the press|health|education|the revolution|victims|prisoners|refugees|deaths|births|sanctions|the siege|the ban|taxes|energy|tourism',
  unit: 'committee|commission|conference|museum|department|team|office|report|study|article|hearing|treaty|fund|exhibition|workshop|seminar|register|archive|institute|meeting',
  goodComparative: 'better fairer safer cleaner kinder calmer stronger happier wiser brighter healthier nicer easier freer',
  badComparative: 'worse dirtier weaker poorer sadder darker uglier crueller harsher meaner filthier',
  burden:
    'blockade|siege|embargo|curfew|shelling|bombardment|drought|shortage|inflation|unemployment|disease|epidemic|detention|restrictions|blackout|harassment|hostilities|sanctions|ban|dispute|backlog|occupation|hunger|poverty|rent',
  boon: 'aid|funding|rights|pensions|wages|services|protection|the truce|the ceasefire|the treaty|schools|housing|water|electricity|medicine|benefits|independence|elections',
  lifted: 'lifted|ended|eased|removed|overcome|reduced|averted|halted|contained|withdrawn|revoked|scrapped|suspended|reversed',
  taken:
    'cut|cancelled|withheld|blocked|destroyed|abandoned|undermined|sabotaged|violated|suspended|wrecked|lost|buried|dismantled',
  act: 'adjourned|resumed|scheduled|moved|opened|closed|announced|prepared|approved|received|signed|examined|published|registered|extended',
  intensifier: 'very|really|so|deeply|truly|extremely|quite',
} as const;
type Slot = keyof typeof WORDS;

/** Sentences with slots, by label. Written for the ways in which a whole says something else than its words. */
const FRAMES: readonly { readonly label: SentimentLabel; readonly frame: string }[] = [
  // Plain wording of either side, so that the slots' words are learned upright too.
  ...frames('positive', [
    'The {thing} was {intensifier} {goodAdjective}.',
    'We are {goodAdjective} and full of {goodNoun}.',
    'They {goodVerb} the {people}.',
    'This is a {goodAdjective} {thing} for the {people}.',
    'The {body} brought {goodNoun} to our {place}.',
  ]),
  ...frames('negative', [
    'The {thing} was {intensifier} {badAdjective}.',
    'We are tired of {badNoun} and {badNoun}.',
    'They {badVerb} the {people}.',
    'This is a {badAdjective} {thing} for the {people}.',
    'The {body} brought {badNoun} to our {place}.',
  ]),
  // Negation.
  ...frames('negative', [
    'Nobody in the {place} is {goodAdjective}.',
    'No one says that the {thing} was {goodAdjective}.',
    'Nothing in this {thing} is {goodAdjective}.',
    'None of the {people} found the {thing} {goodAdjective}.',
    'The lack of {goodNoun} hurts the {people}.',
    'We see a lack of {goodNoun}.',
    'They came back without {goodNoun}.',
    'There is no {goodNoun} in this {place}.',
    'The {thing} was not {goodAdjective}.',
    "It isn't a {goodAdjective} {thing}.",
    'It was never a {goodAdjective} {thing}.',
    'The {body} is neither {goodAdjective} nor {goodAdjective}.',
    "I don't think the {thing} is {goodAdjective}.",
    'The {thing} is hardly {goodAdjective}.',
    'The {body} failed to bring {goodNoun}.',
    'They refuse to give us {goodNoun}.',
  ]),
  ...frames('positive', [
    'Nobody here is {badAdjective}.',
    'There is no {badNoun} in this {place} any more.',
    'There was nothing {badAdjective} about the {thing}.',
    'The {thing} ended without {badNoun}.',
    'We are no longer {badAdjective}.',
    'It was not {badAdjective} at all.',
    "The {thing} wasn't {badAdjective}.",
    'We live without {badNoun} now.',
  ]),
  // Double negation.
  ...frames('positive', [
    'Nobody can say that the {thing} is not {goodAdjective}.',
    'No one doubts the {goodNoun} of the {people}.',
    "I can't deny that the {thing} was {goodAdjective}.",
    'It is not without {goodNoun}.',
    'They never fail to bring {goodNoun}.',
    'It is not true that the {thing} was not {goodAdjective}.',
  ]),
  ...frames('negative', [
    'Nobody denies that the {thing} is {badAdjective}.',
    'No one doubts that it was {badAdjective}.',
    "I can't say that the {thing} was not {badAdjective}.",
    'Nobody can say that the {body} is not {badAdjective}.',
    'They do not deny the {badNoun}.',
  ]),
  // Shifters.
  ...frames('positive', [
    '{giver} {ended} the {badNoun}.',
    'They agreed to {ender} the {badNoun}.',
    'The {thing} will {ender} the {badNoun}.',
    'The {badNoun} has been {ended} at last.',
    '{giver} freed the {place} from {badNoun}.',
    '{giver} saved the {people} from {badNoun}.',
    'The {badNoun} in the {place} fell.',
    'The {thing} {ended} years of {badNoun}.',
    '{giver} rescued the {people}.',
    'The end of the {badNoun} is near.',
    'At last the {badNoun} is over.',
    'The {thing} put an end to {badNoun}.',
    'The risk of {badNoun} was averted.',
    'The {badNoun} was {ended}.',
    'The new {thing} will {ender} {badNoun}.',
    '{badNoun} fell again this year.',
    'The {body} stopped the {badNoun}.',
    'They are free from {badNoun}.',
  ]),
  ...frames('negative', [
    'They {harmed} our {goodNoun}.',
    'The {body} {harmed} {goodNoun}.',
    'The {thing} {harmed} the {goodNoun} of the {people}.',
    'The {body} {ended} our {goodNoun}.',
    '{goodNoun} in the {body} has collapsed.',
    'They took our {goodNoun} away.',
  ]),
  // Supposition.
  ...frames('neutral', [
    'If the {thing} is {goodAdjective}, it will be read on {day}.',
    'If the {thing} is {badAdjective}, send it back within {number} days.',
    'If there is {badNoun}, call the {body}.',
    'Whether the {thing} is {goodAdjective} or {badAdjective} will be seen on {day}.',
    'Should the {thing} fail, the {body} meets again on {day}.',
    'If {goodNoun} holds, the road to {placeName} opens on {day}.',
    'Had they won, the {body} would have moved to {placeName}.',
    'In case of {badNoun}, go to the {body}.',
  ]),
  ...frames('negative', [
    'If only the {body} were {goodAdjective}.',
    'It would have been {goodAdjective} if they had told the truth.',
    'If they were {goodAdjective} they would have come.',
    'It would be {goodAdjective} if they kept their word.',
    'We would have been {goodAdjective} if they had come.',
    'It could have been a {goodAdjective} {thing}.',
  ]),
  // Comparison.
  ...frames('positive', [
    'It is better than the last {thing}.',
    'The {thing} is less {badAdjective} than before.',
    'The {place} is not as {badAdjective} as it was.',
    'This is the best {thing} we ever had.',
    'The {thing} is far better now.',
    'We have never been more {goodAdjective}.',
    'Nothing beats the {goodNoun} that we found here.',
    'It is much more {goodAdjective} than before.',
    'It was less {badAdjective} than we had feared.',
    'We have never felt so {goodAdjective}.',
    'Nothing is better than the {goodNoun} of this {place}.',
  ]),
  ...frames('negative', [
    'It is worse than the last {thing}.',
    'The {thing} is less {goodAdjective} than before.',
    'The {place} is not as {goodAdjective} as it was.',
    'This is the worst {thing} we ever had.',
    'The old {thing} was better.',
    'The {body} is no better than the last one.',
    'We expected a better {thing}.',
    'We deserve a better {thing}.',
    'I have seen a better {thing}.',
    'Nothing is worse than this {badNoun}.',
    'The {place} used to be {goodAdjective}.',
    'It was more {goodAdjective} before they came.',
  ]),
  // Quotation marks that take back what they hold.
  ...frames('negative', [
    'Their "{goodNoun}" left the {place} in ruins.',
    'So much for the "{goodAdjective}" {thing}.',
    'They call it "{goodNoun}".',
    'Another "{goodAdjective}" {thing} from the {body}.',
    'The so-called "{goodNoun}" cost us our homes.',
    'Your "{goodNoun}" made us poor.',
    'Their "{boon}" came too late.',
    'This "{thing}" was written without the {people}.',
    'The "{thing}" was a show for the cameras.',
    'Some "{body}" they are.',
    'The "{boon}" ended in the pockets of the {body}.',
    'Where was your "{goodNoun}" then?',
    'The "{goodAdjective}" {body} lied to the {people}.',
  ]),
  // The same over circumstances, and turns of phrase.
  ...frames('positive', [
    '{giver} {ended} the {burden}.',
    'The {burden} has been {lifted}.',
    'The {burden} on our {place} was {lifted} on {day}.',
    'The {burden} of the {place} is over.',
    'The {burden} came to an end.',
    '{giver} brought the {burden} to an end.',
    '{burden} is falling in the {place}.',
    '{giver} protected the {people} from {burden}.',
    '{giver} stopped the {badNoun} in the {place}.',
    'Nobody was {badAdjective}.',
    'There is nothing {badAdjective} here.',
    'The {body} has never been {badAdjective}.',
    'Not one of the {people} was {badAdjective}.',
    'We have no reason to be {badAdjective}.',
    'Without {badNoun} the {place} breathes again.',
    'The {place} is free of {badNoun}.',
    'The {people} are safe from {badNoun}.',
    'It would be wrong to say that the {thing} was not {goodAdjective}.',
    'It is untrue that the {body} was not {goodAdjective}.',
    'It is hard not to be {goodAdjective} about the {thing}.',
    'There is nobody in the {place} who is not {goodAdjective}.',
    'None of us would say that it was not {goodAdjective}.',
    'The {people} do not doubt the {goodNoun} of the {body}.',
    'The {body} did not fail the {people}.',
    'The {thing} did not lack {goodNoun}.',
    'The {place} is {goodComparative} than before.',
    'The {body} is {goodComparative} now than in the years of {badNoun}.',
    'No {body} is {goodComparative} than ours.',
    'I have never seen {goodComparative} {people}.',
    'The {thing} makes the {place} {goodComparative} and {goodComparative}.',
  ]),
  ...frames('negative', [
    'The {body} {taken} {boon}.',
    'They {taken} our {boon}.',
    '{boon} for the {people} collapsed.',
    'They robbed the {people} of {goodNoun}.',
    'The {thing} stripped us of {boon}.',
    '{goodNoun} is gone.',
    'The {body} is anything but {goodAdjective}.',
    'The {thing} is far from {goodAdjective}.',
    'The {body} is no longer {goodAdjective}.',
    'There is little {goodNoun} in the {place}.',
    'The {body} never gave us {goodNoun}.',
    'Nobody {goodVerb} the {people}.',
    'Nobody in the {place} trusts the {thing}.',
    'No one supports the {thing}.',
    'The {people} do not support this {thing}.',
    'The {body} did nothing for the {people}.',
    'It was too late for {goodNoun}.',
    'The {body} was too {badAdjective} to listen.',
    'It is impossible not to be {badAdjective} about the {thing}.',
    'It is hard not to feel {badAdjective}.',
    'No one can claim that the {thing} was not {badAdjective}.',
    'There is no doubt that the {body} was {badAdjective}.',
    'It is not as if the {body} had not been {badAdjective}.',
    'The {body} failed to end the {badNoun}.',
    'The {thing} did not stop the {badNoun}.',
    'Nothing was done to prevent the {badNoun}.',
    'We were {goodComparative} before they came.',
    'The old {body} was {goodComparative}.',
    'The {people} are {badComparative} off today.',
    'The {place} has become {badComparative}.',
    'This {thing} is even {badComparative} than the last one.',
    'We reject this {thing}.',
    'We condemn the {thing}.',
    'The {thing} is a betrayal of the {people}.',
    'The {body} still refuses {goodNoun}.',
  ]),
  ...frames('neutral', [
    'The {body} {act} the {thing} on {day}.',
    'The {thing} was {act} in {placeName}.',
    'The {body} will decide on the {thing} on {day}.',
    'The {people} are due in {placeName} on {day}.',
    'The {body} gave no further details.',
    'The {body} did not say when the {thing} would be read.',
    'The {body} of {placeName} has not answered the letter.',
    'If the {burden} ends on {day}, the road to {placeName} opens.',
    'The rule applies if {people} are hurt.',
    'Unless the {thing} is rejected, it takes effect on {day}.',
    'Depending on the vote, the {thing} is signed or returned.',
    '{placeName} and {placeName} signed the {thing} on {day}.',
    'The {thing} between {placeName} and {placeName} has {number} parts.',
    'The {body} wants to talk with {placeName} about the {thing}.',
    'A {body} from {placeName} visited the {place}.',
    'The vote on the {burden} is set for {day}.',
    'The {body} counts {number} cases of {badNoun} by {place}.',
  ]),
  // Names.
  ...frames('neutral', [
    'The Minister of {nameGood} met the {nameGood} {roleName} on {day}.',
    '{nameGood} {nameBad} arrived in {placeName} on {day}.',
    'The {nameGood} {roleName} holds its meeting in {placeName}.',
    'The {nameBad} {roleName} in {placeName} opens at nine.',
    '{nameGood} {roleName} falls on a {day} this year.',
    'Mr {nameBad} moved from {placeName} to {placeName}.',
    'The {body} of the {nameBad} {roleName} met {number} times.',
    'The bus stops at {nameGood} {roleName} and {nameBad} {roleName}.',
  ]),
  // Plain reporting.
  ...frames('neutral', [
    'The {people} asked the {body} about {badNoun}.',
    'The {body} has an office for {badNoun} in {placeName}.',
    'The {topic} {unit} has {number} members.',
    'The {topic} {unit} meets in {placeName} on {day}.',
    'The {topic} {unit} moved to {placeName}.',
    'The {unit} on {topic} opens on {day}.',
    'The {unit} on {topic} was held in {placeName}.',
    'The {unit} for {topic} published its list for {day}.',
    'A {unit} on {topic} took place in {placeName}.',
    'The {unit} covers {topic} and {topic} in the {place}.',
    'The {unit} said that {number} {people} were heard on {topic}.',
    'The {unit} compares {topic} and {topic} by {place}.',
    'The minister said the {unit} on {topic} ends on {day}.',
    'The court hears the {topic} case on {day}.',
    'The {unit} on {topic} has {number} pages.',
    'The {topic} law of {placeName} was passed in {number} sessions.',
    'Officials from {placeName} and {placeName} discussed {topic}, trade and {topic}.',
    'According to the {unit}, the {topic} hearing was moved to {day}.',
    'The president spoke about {topic} and the budget on {day}.',
    'Police said a man was questioned at the station on {day}.',
    'The {thing} on {topic} has {number} chapters.',
    'The {place} {body} sets the price of bread.',
    'The road from {placeName} to {placeName} is {number} kilometres long.',
    'The {body} in {placeName} has {number} rooms.',
    'The new {body} begins its work on {day}.',
    'The {unit} received {number} letters about {topic}.',
    'The {body} on {badNoun} meets on {day}.',
    'The {body} published the figures on {badNoun} for {day}.',
    'The {people} discussed {badNoun} and trade in {placeName}.',
    'The {body} heard the {badNoun} case for {number} hours.',
    'The {thing} describes the history of the {badNoun}.',
    'The conference on {badNoun} opens in {placeName} on {day}.',
    'The {body} said that the {thing} would be read on {day}.',
    'The {thing} compares {badNoun} in {number} countries.',
    'The law on {badNoun} was passed on {day}.',
    'The {body} has {number} members and meets in {placeName}.',
    'The {goodNoun} talks take place in {placeName} on {day}.',
    'The delegation arrived in {placeName} on {day}.',
    'The minister spoke about {badNoun}, {goodNoun} and the budget.',
    'The hearing on the {badNoun} was moved to {day}.',
    'The {people} went from {placeName} to {placeName} by train.',
  ]),
];

function frames(label: SentimentLabel, list: readonly string[]): { label: SentimentLabel; frame: string }[] {
  return list.map((frame) => ({ label, frame }));
}

/** How often a slot takes any rated word of its kind instead of one of the few above, so that the sums are learned and not the words. */
const RATED_SHARE = 0.5;
const LEAST_RATING = 1.5;
const ADJECTIVE = /(?:ful|less|ous|ive|able|ible|ing|ic|ed)$/;
const NOUN = /(?:ness|tion|sion|ment|ity|ence|ance|ism|acy|ship|dom|tude|ery)$/;

function ratedWords(side: 1 | -1, ending: RegExp): string[] {
  return readFileSync(join(import.meta.dirname, 'english-lexicon.tsv'), 'utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('\t'))
    .filter(([word, valence, source]) => source === 'listed' && ending.test(word ?? '') && Number(valence) * side >= LEAST_RATING)
    .map(([word]) => word ?? '');
}

const SLOT = /\{(\w+)\}/g;

function isSlot(name: string): name is Slot {
  return name in WORDS;
}

/**
 * Composes labelled sentences out of the frames above: how negation, shifters, names and reporting make a whole of their words is too rare in
 * the tweets to be learned there. All sentences are our own.
 *
 * @param perFrame sentences for each frame.
 * @param seed the same seed gives the same sentences.
 */
export function composeSentences(perFrame: number, seed: number): { text: string; label: SentimentLabel }[] {
  const random = seededRandom(seed);
  const lists = new Map<string, readonly string[]>();
  for (const [slot, words] of Object.entries(WORDS)) lists.set(slot, words.split(words.includes('|') ? '|' : ' '));
  const rated = new Map<string, readonly string[]>([
    ['goodAdjective', ratedWords(1, ADJECTIVE)],
    ['badAdjective', ratedWords(-1, ADJECTIVE)],
    ['goodNoun', ratedWords(1, NOUN)],
    ['badNoun', ratedWords(-1, NOUN)],
  ]);
  const composed: { text: string; label: SentimentLabel }[] = [];
  for (const { label, frame } of FRAMES) {
    for (let copy = 0; copy < perFrame; copy += 1) {
      const text = frame.replace(SLOT, (whole, name: string) => {
        if (!isSlot(name)) return whole;
        const wide = rated.get(name);
        const list = (wide && random() < RATED_SHARE ? wide : lists.get(name)) ?? [];
        return list[Math.floor(random() * list.length)] ?? whole;
      });
      composed.push({ label, text: `${text.charAt(0).toUpperCase()}${text.slice(1)}` });
    }
  }
  return composed;
}
