import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

const isDevelopment = process.env['NODE_ENV'] === 'development';

// Next puts its start-up script inline, so 'unsafe-inline' stays until pages carry a nonce; everything else is our own origin.
const policy = (frameAncestors) =>
  [
    "default-src 'self'",
    `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? ' ws:' : ''}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

const everywhere = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  // The address of a page can name a withheld statement or a search for a person: no other site learns it.
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), browsing-topics=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
];

/**
 * Marks the scripts that every page runs as ones whose functions are called while the page loads. Chromium then compiles them beside
 * the main thread instead of one by one in it; other browsers read a comment (docs/decisions/0016-compile-hints.md).
 * @param {{ readonly distDir: string }} build
 */
async function hintScripts({ distDir }) {
  const { rootMainFiles } = JSON.parse(await readFile(join(distDir, 'build-manifest.json'), 'utf8'));
  for (const file of rootMainFiles) {
    const path = join(distDir, file);
    await writeFile(path, `//# allFunctionsCalledOnLoad\n${await readFile(path, 'utf8')}`);
  }
}

/** @type {import('next').NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Types are checked by `npm test`; a start need not wait for them.
  typescript: { ignoreBuildErrors: true },
  compiler: { runAfterProductionCompile: hintScripts },
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/adapter-better-sqlite3',
    'wink-nlp',
    'wink-eng-lite-web-model',
    'eld',
    'sharp',
  ],
  headers: async () => [
    { source: '/:path*', headers: everywhere },
    {
      source: '/((?!embed/).*)',
      headers: [
        { key: 'Content-Security-Policy', value: policy("'none'") },
        { key: 'X-Frame-Options', value: 'DENY' },
      ],
    },
    // A chart may be set into somebody else's article.
    { source: '/embed/:path*', headers: [{ key: 'Content-Security-Policy', value: policy('*') }] },
  ],
};

export default nextConfig;
