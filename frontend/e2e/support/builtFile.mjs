// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { settings } from './browser.mjs'
import { change } from './graphql.mjs'

/** A file of a version of what there is of an application now. */
export async function builtFile(appId, file) {
  const made = await change(
    'makeVersion',
    { appId },
    'version { buildId } problems { place message }',
  )
  assert.deepEqual(
    made.problems.filter(() => !made.version),
    [],
  )
  const answer = await fetch(`${settings.url}/a/demo/apps/download/${made.version.buildId}/${file}`)
  assert.equal(answer.status, 200)
  return answer.text()
}
