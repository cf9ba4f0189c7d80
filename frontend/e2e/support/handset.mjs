// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { settings } from './browser.mjs'

const install = 'org.baraza.phone.install.InstallCommand'
const handset = 'org.baraza.api.handset.Handset'

function run(program, ...given) {
  const classes = process.env.BARAZA_HANDSET_CLASSES
  assert.ok(classes, 'Set BARAZA_HANDSET_CLASSES, see README.md.')
  const java = process.env.BARAZA_HANDSET_JAVA ?? 'java'
  const options = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC']
  return execFileSync(java, [...options, program, ...given], {
    encoding: 'utf8',
    env: { ...process.env, CLASSPATH: classes },
  })
    .trim()
    .split('\n')
}

/** The version on the phone and the addresses that it asked for, without what all begin with. */
function fetched([version, ...requests]) {
  const addresses = requests.map((line) => line.replace(/^get /, ''))
  return { version: Number(version.replace('version ', '')), addresses }
}

/** A phone of a worker of the project demo. An engine that is not ours fills its forms in. */
export function newHandset(worker) {
  const folder = mkdtempSync(join(tmpdir(), 'handset-'))
  const who = [`${worker}@demo.commcarehq.org`, settings.demoPassword]
  return {
    install: (address) => fetched(run(install, 'install', folder, address)),
    update: () => fetched(run(install, 'update', folder, worker)),
    cases: () =>
      run(handset, 'cases', folder, ...who).map((line) => {
        const [id, type, name, properties] = line.split('\t')
        return { id, type, name, properties }
      }),
    fill: (form, caseId, answers) => {
      const given = Object.entries(answers).map(([path, answer]) => `${path}=${answer}`)
      return run(handset, 'fill', folder, ...who, form, caseId, ...given)
    },
  }
}
