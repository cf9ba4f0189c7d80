// SPDX-License-Identifier: Apache-2.0
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { compiledMessages } from './build/messages.mjs'

const server = process.env['BARAZA_URL'] ?? 'http://localhost:8080'
const sameOrigin = { target: server, changeOrigin: false }

/** The build parses all messages, see build/messages.mjs. */
const withoutParser = {
  find: /^@formatjs\/icu-messageformat-parser$/,
  replacement: '@formatjs/icu-messageformat-parser/no-parser.js',
}

export default defineConfig({
  base: '/app/',
  plugins: [react(), compiledMessages()],
  resolve: { alias: process.env['VITEST'] ? [] : [withoutParser] },
  build: {
    outDir: 'target/classes/static/app',
    emptyOutDir: true,
    target: 'es2022',
    assetsInlineLimit: 0,
    reportCompressedSize: false,
    manifest: true,
    modulePreload: {
      // What a part of a screen needs is mostly there with the screen; the list of it would weigh more than it helps.
      resolveDependencies: (_file, needed, { hostId }) => (/Page-/.test(hostId) ? [] : needed),
    },
  },
  server: {
    proxy: { '/graphql': sameOrigin, '/session': sameOrigin, '/a/': sameOrigin },
  },
  test: {
    environment: 'happy-dom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/lib/testing/setup.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // Many share the machine that checks a change.
    testTimeout: 20_000,
    css: false,
    env: { TZ: 'Africa/Nairobi' },
  },
})
