import { parentPort } from 'node:worker_threads';
import { scoreText } from '#lib/nlp/score-text';
import { isScoringJob, type ScoringReply } from '#lib/nlp/scoring-messages';

const port = parentPort;
if (port) {
  port.on('message', (message: unknown) => {
    if (!isScoringJob(message)) return;
    const reply: ScoringReply = { id: message.id, score: scoreText(message.text, message.language, message.options) };
    port.postMessage(reply);
  });
  // Models load before the first text's time budget runs: that of the languages' names, then the English and the Arabic one.
  scoreText('We are ready and wait.', 'auto');
  scoreText('نحن جاهزون وننتظر.', 'ar');
  port.postMessage({ ready: true });
}
