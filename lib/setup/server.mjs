// The web server: Next behind a check of the Host header, on one process. Started by serve.ts with settings that are
// checked already.
import { AsyncLocalStorage } from 'node:async_hooks';
import { createServer } from 'node:http';
import { hostname, networkInterfaces } from 'node:os';
import next from 'next';
import { ROOT } from './steps.mjs';

const port = Number(process.env['PORT']);
const host = process.env['HOST'] ?? '127.0.0.1';
const dev = process.env['NODE_ENV'] === 'development';

/** Names that requests may ask for. A foreign one is a rebinding attack or a mistake of a proxy. */
function allowedHosts() {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', host.toLowerCase()]);
  if (host === '0.0.0.0' || host === '::') {
    names.add(hostname().toLowerCase());
    for (const addresses of Object.values(networkInterfaces())) {
      for (const { address, family } of addresses ?? []) names.add(family === 'IPv6' ? `[${address}]` : address);
    }
  }
  for (const name of (process.env['ALLOWED_HOSTS'] ?? '').split(','))
    if (name.trim() !== '') names.add(name.trim().toLowerCase());
  return names;
}

const names = allowedHosts();
/** @param {string | undefined} header */
function isAllowed(header) {
  return header !== undefined && names.has(header.toLowerCase().replace(/:\d+$/, ''));
}

/**
 * Copies `?lang=` to a header, since a layout sees headers only. The name is that of lib/i18n/locale.ts; a header of that
 * name from outside is dropped.
 * @param {import('node:http').IncomingMessage} request
 */
function passLanguage(request) {
  delete request.headers['x-stanceboard-lang'];
  const at = request.url?.indexOf('?') ?? -1;
  const lang = at < 0 ? null : new URLSearchParams(request.url?.slice(at)).get('lang');
  if (lang === 'en' || lang === 'ar') request.headers['x-stanceboard-lang'] = lang;
}

/** Lets a page set the status of its answer (app/missing-page.tsx): Next gives it no other way to say 404 in a whole document. */
const answers = new AsyncLocalStorage();
Object.assign(globalThis, { stanceboardAnswers: answers });

const application = next({ dev, dir: ROOT, hostname: host, port });
const handle = application.getRequestHandler();
await application.prepare();

const server = createServer((request, response) => {
  if (!isAllowed(request.headers.host)) {
    response.writeHead(421, { 'content-type': 'text/plain; charset=utf-8' });
    response.end('This server does not answer to that name. Name it in ALLOWED_HOSTS to allow it.\n');
    return;
  }
  passLanguage(request);
  answers
    .run(response, () => handle(request, response))
    .catch(() => {
      if (!response.headersSent) response.writeHead(500);
      response.end();
    });
});
server.requestTimeout = 300_000;
server.headersTimeout = 20_000;
server.listen(port, host, () => {
  const address = server.address();
  const listening = typeof address === 'object' && address !== null ? address.port : port;
  const shown = host === '0.0.0.0' || host === '::' ? 'localhost' : host.includes(':') ? `[${host}]` : host;
  process.stdout.write(`Stanceboard is ready at http://${shown}:${listening}\n`);
});

function stop() {
  server.close(() => process.exit(0));
  server.closeAllConnections();
}
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) process.on(signal, stop);
// The process that started this one is gone.
process.once('disconnect', stop);
