// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { settings } from './browser.mjs'
import { ask } from './graphql.mjs'
import { inAllLooks as picturesOf } from './looks.mjs'

/** What every request of ours has; each differs from the next. */
const ofTheDelivery = [
  'webhook-id',
  'webhook-timestamp',
  'webhook-signature',
  'idempotency-key',
  'x-baraza-delivery',
]

export const inAllLooks = (browser, page, screen, path) =>
  picturesOf(browser, page, `forwarding-${screen}`, path)

/** A forwarder of the project demo, as the API has it. */
export async function forwarderNamed(wanted) {
  const { project } = await ask(`{ project(name: "demo") {
    forwarders { id name format excludedUserIds caseTypes
      counts { pending failed succeeded cancelled } }
  } }`)
  return project.forwarders.find(({ name }) => name === wanted)
}

/** The day that it is where the project demo works. */
export async function today() {
  const { project } = await ask('{ project(name: "demo") { timeZone } }')
  return new Intl.DateTimeFormat('en-CA', { timeZone: project.timeZone }).format(new Date())
}

/** The addresses of attachments stand with the host by which each asked. */
export function withoutAddresses(form) {
  const attachments = Object.entries(form.attachments ?? {}).map(([file, { url, ...rest }]) => {
    assert.ok(new URL(url, settings.url).pathname.includes(form.id))
    return [file, rest]
  })
  return { ...form, attachments: Object.fromEntries(attachments) }
}

/** Is what was heard a case? */
export const isCase = ({ body }) => body.includes('"case_id"')

/** The headers of a request without those of HTTP itself and of each delivery, which are there. */
export function headersOf({ headers, body }) {
  assert.equal(Number(headers['content-length']), Buffer.byteLength(body))
  for (const header of ofTheDelivery) assert.ok(headers[header], header)
  const ofHttp = ['host', 'connection', 'content-length', 'accept-encoding', 'user-agent']
  const usual = new Set([...ofTheDelivery, ...ofHttp])
  return Object.fromEntries(Object.entries(headers).filter(([header]) => !usual.has(header)))
}
