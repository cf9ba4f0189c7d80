// SPDX-License-Identifier: Apache-2.0
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { change } from './graphql.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const source = join(here, '../../src/features/apps/testing/02-household.json')

/** An application with everything in it, and a version of it. */
export async function application() {
  const document = JSON.parse(readFileSync(source, 'utf8'))
  const input = { name: 'Household Visits', document }
  const { app } = await change('importApp', input, 'app { appId document }')
  await change('makeVersion', { appId: app.appId, comment: 'For the pilot' })
  const [registration, visits] = app.document.modules
  return {
    appId: app.appId,
    registrationId: registration.forms[0].unique_id,
    menuId: visits.unique_id,
  }
}
