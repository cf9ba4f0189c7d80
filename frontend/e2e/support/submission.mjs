// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { settings } from './browser.mjs'

/** Sends a form as amina's phone does; makes the case when it is new. */
export async function submit({ caseId = randomUUID(), name, weight }) {
  const formId = randomUUID()
  const now = new Date().toISOString()
  const create = name
    ? `<create><case_type>mother</case_type><case_name>${name}</case_name></create>`
    : ''
  const xml = `<?xml version="1.0"?>
<data xmlns="urn:afya:antenatal-visit" xmlns:jrm="http://openrosa.org/jr/xforms" name="Antenatal visit">
  <visit><weight_kg>${weight}</weight_kg></visit>
  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${caseId}" date_modified="${now}">
    ${create}<update><weight_kg>${weight}</weight_kg></update>
  </case>
  <meta xmlns="http://openrosa.org/jr/xforms">
    <deviceID>browser-tests</deviceID>
    <timeStart>${now}</timeStart>
    <timeEnd>${now}</timeEnd>
    <username>amina</username>
    <instanceID>${formId}</instanceID>
  </meta>
</data>`
  const body = new FormData()
  body.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'form.xml')
  const credentials = `amina@demo.commcarehq.org:${settings.demoPassword}`
  const response = await fetch(`${settings.url}/a/demo/receiver/`, {
    method: 'POST',
    headers: {
      Authorization: `Basic ${Buffer.from(credentials).toString('base64')}`,
      'X-OpenRosa-Version': '3.0',
    },
    body,
  })
  assert.equal(response.status, 201, await response.text())
  return { formId, caseId }
}
