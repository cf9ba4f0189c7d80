// SPDX-License-Identifier: Apache-2.0
// A short working day of a new server, so that the recording of its start also knows the code that its days are made of:
// node tools/rehearse.mjs LOG PASSWORD. The log is the server's; the password is that of its demo workers.
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'

const [log, password] = process.argv.slice(2)
const FORMS = 800
const HANDS = 8
const EACH_SYNC = 100

async function address() {
  for (let waited = 0; waited < 600; waited++) {
    const ready = /Baraza is ready: (\S+)/.exec(readFileSync(log, 'utf8'))
    if (ready) return ready[1]
    await pause(200)
  }
  throw new Error('the server did not start')
}

const project = `${await address()}/a/demo`

function headers(worker) {
  const login = `${worker}@demo.commcarehq.org:${password}`
  return {
    authorization: `Basic ${Buffer.from(login).toString('base64')}`,
    'x-openrosa-version': '3.0',
  }
}

function visit(worker, patient, isNew) {
  const now = new Date().toISOString()
  const create = isNew
    ? '<create><case_type>patient</case_type><case_name>Rehearsal</case_name></create>'
    : ''
  return `<?xml version="1.0" encoding="UTF-8"?>
<data xmlns="http://baraza.example/rehearsal" uiVersion="1" version="1" name="Rehearsal">
  <findings><weight_kg>61.5</weight_kg><fever>no</fever><note>${randomUUID()}</note></findings>
  <case xmlns="http://commcarehq.org/case/transaction/v2" case_id="${patient}" date_modified="${now}">
    ${create}<update><weight_kg>61.5</weight_kg><fever>no</fever><seen>${now}</seen></update>
  </case>
  <meta xmlns="http://openrosa.org/jr/xforms">
    <deviceID>rehearsal</deviceID><timeStart>${now}</timeStart><timeEnd>${now}</timeEnd>
    <username>${worker}</username><instanceID>${randomUUID()}</instanceID>
  </meta>
</data>`
}

async function sync(worker, since) {
  const question = `?version=2.0${since ? `&since=${since}` : ''}`
  const answer = await fetch(`${project}/phone/restore/${question}`, { headers: headers(worker) })
  return /<restore_id>([0-9a-f]+)/.exec(await answer.text())?.[1]
}

async function submit(worker, patient, isNew, token) {
  const body = new FormData()
  const xml = new Blob([visit(worker, patient, isNew)], { type: 'text/xml' })
  body.append('xml_submission_file', xml, 'form.xml')
  const phone = token ? { 'x-commcarehq-lastsynctoken': token } : {}
  const answer = await fetch(`${project}/receiver/`, {
    method: 'POST',
    headers: { ...headers(worker), ...phone },
    body,
  })
  await answer.arrayBuffer()
}

async function work(worker, forms) {
  const patients = []
  let token
  for (let done = 0; done < forms; done++) {
    if (done % EACH_SYNC === 0) token = await sync(worker, token)
    const isNew = done % 2 === 0
    if (isNew) patients.push(randomUUID())
    await submit(worker, patients[isNew ? patients.length - 1 : done % patients.length], isNew, token)
  }
  for (let again = 0; again < 5; again++) await sync(worker)
}

const hands = Array.from({ length: HANDS }, (_, hand) =>
  work(hand % 2 === 0 ? 'amina' : 'joseph', FORMS / HANDS),
)
await Promise.all(hands)
