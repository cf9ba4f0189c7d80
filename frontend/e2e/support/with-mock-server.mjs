// SPDX-License-Identifier: Apache-2.0
// Runs the browser tests against the server in memory.
import { spawn } from 'node:child_process'

process.env.BARAZA_ADMIN_EMAIL = 'admin@example.org'
process.env.BARAZA_ADMIN_PASSWORD = 'correct horse battery'
process.env.BARAZA_DEMO_PASSWORD = 'demo'
const { startMockServer } = await import('./mock-server.mjs')
const server = await startMockServer()
process.env.BARAZA_URL = `http://127.0.0.1:${server.address().port}`
const tests = spawn('npm', ['run', '--silent', 'e2e'], { stdio: 'inherit' })
tests.on('exit', (code) => process.exit(code ?? 1))
