// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { settings } from './browser.mjs'

const photo = readFileSync(new URL('muac.png', import.meta.url))

const headers = {
  Authorization: `Basic ${btoa(`amina@demo.commcarehq.org:${settings.demoPassword}`)}`,
  'X-OpenRosa-Version': '3.0',
}

/** Amina's user id, from where her phone has it. */
let userId
async function signedInUserId() {
  const response = await fetch(`${settings.url}/a/demo/phone/restore/?version=2.0`, { headers })
  const restore = await response.text()
  assert.equal(response.status, 200, restore)
  return /uuid>([^<]+)</.exec(restore)[1]
}

/**
 * Sends a form as Amina's phone does; makes the case when there is a name. `stock` is a number of tablets left with the
 * case, `home` a place as phones write it, `withPhoto` adds a picture. `kind` is the form's own name among all kinds of form.
 */
export async function submit({
  caseId = randomUUID(),
  name,
  weight,
  stock,
  home,
  withPhoto = false,
  kind = 'urn:afya:antenatal-visit',
}) {
  userId ??= await signedInUserId()
  const formId = randomUUID()
  const now = new Date().toISOString()
  const create = name
    ? `<create><case_type>mother</case_type><case_name>${name}</case_name><owner_id>${userId}</owner_id></create>`
    : ''
  const balance = stock
    ? `<balance xmlns="http://commcarehq.org/ledger/v1" entity-id="${caseId}" date="${now.slice(0, 10)}" section-id="stock">
    <entry id="iron_folate" quantity="${stock}"/>
  </balance>`
    : ''
  const xml = `<?xml version="1.0"?>
<data xmlns="${kind}" xmlns:jrm="http://openrosa.org/jr/xforms" name="Antenatal visit">
  <visit><weight_kg>${weight}</weight_kg>${withPhoto ? '<photo>muac.png</photo>' : ''}</visit>
  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${caseId}" user_id="${userId}" date_modified="${now}">
    ${create}<update><weight_kg>${weight}</weight_kg>${home ? `<home>${home}</home>` : ''}</update>
  </case>
  ${balance}
  <meta xmlns="http://openrosa.org/jr/xforms">
    <deviceID>browser-tests</deviceID>
    <timeStart>${now}</timeStart>
    <timeEnd>${now}</timeEnd>
    <username>amina</username>
    <userID>${userId}</userID>
    <instanceID>${formId}</instanceID>
  </meta>
</data>`
  const body = new FormData()
  body.append('xml_submission_file', new Blob([xml], { type: 'text/xml' }), 'form.xml')
  if (withPhoto) {
    body.append('muac.png', new Blob([photo], { type: 'image/png' }), 'muac.png')
  }
  const response = await fetch(`${settings.url}/a/demo/receiver/`, {
    method: 'POST',
    headers,
    body,
  })
  assert.equal(response.status, 201, await response.text())
  return { formId, caseId, userId }
}
