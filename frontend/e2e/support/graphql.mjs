// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { settings } from './browser.mjs'

export const authorization = `Basic ${btoa(`${settings.email}:${settings.password}`)}`

/** Asks the server as a program does, for what a test needs but does not show. */
export async function ask(query, variables = {}) {
  const response = await fetch(`${settings.url}/graphql`, {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  })
  const { data, errors } = await response.json()
  assert.equal(errors, undefined, JSON.stringify(errors))
  return data
}

/** Does one thing in the project `demo`; answers what `selection` asks for. */
export async function change(mutation, input, selection = '__typename') {
  const type = `${mutation[0].toUpperCase()}${mutation.slice(1)}Input`
  const data = await ask(
    `mutation Prepare($input: ${type}!) {
      ${mutation}(input: $input) { ${selection} userErrors { message } }
    }`,
    { input: { project: 'demo', ...input } },
  )
  assert.deepEqual(data[mutation].userErrors, [])
  return data[mutation]
}
