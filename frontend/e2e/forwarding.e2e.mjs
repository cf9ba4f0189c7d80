// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import {
  accessibilityProblems,
  launch,
  newPage,
  picture,
  settings,
  settled,
  signIn,
} from './support/browser.mjs'
import {
  forwarderNamed,
  headersOf,
  inAllLooks,
  isCase,
  today,
  withoutAddresses,
} from './support/forwarding.mjs'
import { authorization, change } from './support/graphql.mjs'
import { newSink } from './support/sink.mjs'
import { submit } from './support/submission.mjs'

const tag = randomUUID().slice(0, 6)
const name = `Inbox ${tag}`
const forms = `Forms ${tag}`
const mothers = `Mothers ${tag}`

describe('forwarding, as a guide for CommCare HQ leads through it', () => {
  let browser
  let page
  let sink
  const made = []
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    sink = await newSink()
    await signIn(page)
  })
  after(async () => {
    // Nobody is there to hear of what later tests do.
    for (const forwarderId of made) await change('deleteForwarder', { forwarderId })
    sink?.close()
    await browser?.close()
  })

  const open = async (path) => {
    await page.goto(path)
    await settled(page)
  }
  const button = (label) => page.getByRole('button', { name: label, exact: true })
  const link = (label) => page.getByRole('link', { name: label, exact: true })
  it('takes a connection under Project Settings › Connection Settings, and tries it', async () => {
    await open('p/demo')
    await page.getByRole('navigation').getByText('Connection Settings').click()
    await link('Add Connection Settings').first().click()
    await page.getByLabel('Name', { exact: true }).fill(name)
    await page.getByLabel('Addresses to send notifications').fill('it@example.org, not one')
    await page.getByLabel('URL', { exact: true }).fill(sink.url)
    await page.getByLabel('Auth type').selectOption('HTTP Basic')
    await page.getByLabel('Password').fill('a-secret-between-two')
    assert.deepEqual(await accessibilityProblems(page), [])
    await button('Save').click()
    const alert = page.getByRole('alert')
    await alert.getByText("Auth type 'HTTP Basic' requires a username.").waitFor()
    await alert.getByText('Contains an invalid email address.').waitFor()
    await page.getByLabel('Addresses to send notifications').fill('it@example.org')
    await page.getByLabel('Username').fill('openfn')
    await button('Add a header').click()
    await page.getByLabel('Name of header 1').fill('X-Inbox-Key')
    await page.getByLabel('Value of header 1').fill('canary')
    await button('Save').click()

    await button('Test Connection').click()
    await page.getByText('Answered 200').waitFor()
    await page.getByText('{"heard":1}').waitFor()
    const [tried] = sink.heard
    assert.equal(tried.method, 'GET')
    assert.equal(tried.headers.authorization, `Basic ${btoa('openfn:a-secret-between-two')}`)
    assert.equal(tried.headers['x-inbox-key'], 'canary')
    const html = await page.content()
    assert.ok(!html.includes('canary') && !html.includes('a-secret-between-two'))
    await inAllLooks(browser, page, 'connection', new URL(page.url()).pathname)
  })

  it('keeps secrets that are not typed again', async () => {
    await page.getByLabel('Name', { exact: true }).fill(`${name} of OpenFn`)
    await button('Save').click()
    await page.getByRole('heading', { name: `${name} of OpenFn` }).waitFor()
    const heardBefore = sink.heard.length
    await button('Test Connection').click()
    await page.getByText('Answered 200').waitFor()
    const again = sink.heard[heardBefore]
    assert.equal(again.headers.authorization, `Basic ${btoa('openfn:a-secret-between-two')}`)
    assert.equal(again.headers['x-inbox-key'], 'canary')
  })

  it('forwards forms as JSON, exactly as the data API has them', async () => {
    await page.getByRole('navigation').getByText('Data Forwarding').click()
    await link('Add a forwarding location: Forward Forms').click()
    await page.getByLabel('Connection Settings').selectOption(`${name} of OpenFn (${sink.url})`)
    await page.getByLabel('Name', { exact: true }).fill(forms)
    assert.equal(await page.getByLabel('HTTP Request Method').inputValue(), 'POST')
    await page.getByLabel('Payload Format').selectOption('JSON')
    assert.ok(await page.getByLabel("Include 'app_id' URL query parameter.").isChecked())
    await inAllLooks(
      browser,
      page,
      'new-forms',
      new URL(page.url()).pathname + new URL(page.url()).search,
    )
    await button('Start Forwarding').click()
    await page.getByRole('link', { name: forms, exact: true }).first().waitFor()
    made.push((await forwarderNamed(forms)).id)

    const { formId } = await submit({ name: 'Nekesa Barasa', weight: '58' })
    const [sent] = await sink.await(1, ({ method }) => method === 'POST')
    const api = await fetch(`${settings.url}/a/demo/api/form/v1/${formId}/`, {
      headers: { Authorization: authorization },
    })
    const { cases, ...expected } = await api.json()
    assert.equal(cases, undefined)
    assert.deepEqual(withoutAddresses(JSON.parse(sent.body)), withoutAddresses(expected))
    assert.equal(sent.url, '/inbox')
    const headers = headersOf(sent)
    assert.deepEqual(headers, {
      authorization: `Basic ${btoa('openfn:a-secret-between-two')}`,
      'content-type': 'application/json',
      'received-on': expected.received_on,
      'x-inbox-key': 'canary',
    })
  })

  it('forwards cases of one type, and not what an excluded user did', async () => {
    await open('p/demo/settings/forwarding')
    await link('Add a forwarding location: Forward Cases').click()
    await page.getByLabel('Connection Settings').selectOption(`${name} of OpenFn (${sink.url})`)
    await page.getByLabel('Name', { exact: true }).fill(mothers)
    await page.getByLabel('Payload Format').selectOption('JSON')
    await page.getByLabel('Case Types').fill('mother')
    await button('Start Forwarding').click()
    await page.getByRole('link', { name: mothers, exact: true }).first().waitFor()
    const started = await forwarderNamed(mothers)
    made.push(started.id)
    assert.deepEqual([started.format, started.caseTypes], ['case_json', ['mother']])

    const { caseId, formId, userId } = await submit({ name: 'Atieno Odhiambo', weight: '60.5' })
    const [sent] = await sink.await(1, isCase)
    const found = JSON.parse(sent.body)
    const { date_modified, server_date_modified, properties } = found
    assert.deepEqual(found, {
      domain: 'demo',
      case_id: caseId,
      user_id: userId,
      closed: false,
      xform_ids: [formId],
      date_closed: null,
      date_modified,
      server_date_modified,
      properties: {
        case_name: 'Atieno Odhiambo',
        case_type: 'mother',
        date_opened: properties.date_opened,
        external_id: null,
        owner_id: userId,
        weight_kg: '60.5',
      },
      indices: {},
      attachments: {},
    })
    const moment = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/
    for (const at of [date_modified, server_date_modified, properties.date_opened]) {
      assert.match(at, moment)
    }
    assert.equal(sent.headers['server-modified-on'], server_date_modified)

    await page.getByRole('link', { name: mothers, exact: true }).click()
    await button('Exclude a user').click()
    await page.getByRole('combobox', { name: 'Exclude a user' }).fill('amina')
    await page.getByRole('option', { name: /amina/i }).first().click()
    await page.getByRole('list', { name: 'Users to exclude' }).getByText(userId).waitFor()
    assert.deepEqual(await accessibilityProblems(page), [])
    await picture(page, 'forwarding-edit-cases')
    await button('Update').click()
    await page.getByRole('heading', { name: 'Data Forwarding' }).waitFor()
    assert.deepEqual((await forwarderNamed(mothers)).excludedUserIds, [userId])
    const cases = sink.heard.filter(isCase).length
    const excluded = await submit({ caseId, weight: '61' })
    // The form arrives; had the case been wanted, it would have come with it.
    await sink.await(1, ({ body }) => body.includes(excluded.formId) && !body.includes('xform_ids'))
    const { counts } = await forwarderNamed(mothers)
    assert.deepEqual([counts.pending, counts.failed, counts.succeeded], [0, 0, cases])
    assert.equal(sink.heard.filter(isCase).length, cases)
  })

  it('pauses and goes on without losing anything, and shows counts that lead to the records', async () => {
    await open('p/demo/settings/forwarding')
    await button(`Pause ${forms}`).click()
    await page.getByText('Paused').waitFor()
    const heardBefore = sink.heard.length
    const waiting = await submit({ name: 'Wairimu Kamau', weight: '55' })
    await page.waitForTimeout(1500)
    assert.equal(sink.heard.length, heardBefore)
    await inAllLooks(browser, page, 'forwarders', 'p/demo/settings/forwarding')
    await button(`Resume ${forms}`).click()
    await sink.await(1, ({ body }) => body.includes(waiting.formId))
  })

  it('shows records with their attempts and payload, and requeues what was refused', async () => {
    sink.status = 400
    const refused = await submit({ name: 'Chebet Koech', weight: '59' })
    await sink.await(1, ({ body }) => body.includes(refused.formId))
    sink.status = 200
    const report = `p/demo/settings/forwarding/records?payload=${refused.formId}`
    await open(report)
    await page.getByRole('cell', { name: /Payload rejected/ }).waitFor()
    await inAllLooks(browser, page, 'records', report)
    await page.getByRole('link', { name: refused.formId }).click()
    await page.getByRole('link', { name: 'Attempt #1' }).waitFor()
    await button('View payload').click()
    await page.getByText(`"id" : "${refused.formId}"`).waitFor()
    await inAllLooks(browser, page, 'record', new URL(page.url()).pathname)
    await page.getByRole('button', { name: `Requeue: ${refused.formId}` }).click()
    await sink.await(2, ({ body }) => body.includes(refused.formId))
    const deliveries = sink.heard.filter(({ body }) => body.includes(refused.formId))
    assert.equal(new Set(deliveries.map(({ headers }) => headers['webhook-id'])).size, 1)
    await page.getByRole('link', { name: 'Attempt #1' }).click()
    await page.getByRole('heading', { name: `POST ${sink.url}` }).waitFor()
    assert.ok(!(await page.content()).includes('a-secret-between-two'))
    await inAllLooks(browser, page, 'request', new URL(page.url()).pathname)
  })

  it('resends everything that fits the filters, as a job', async () => {
    const started = await forwarderNamed(forms)
    const heardBefore = sink.heard.length
    await open(`p/demo/settings/forwarding/records?forwarder=${started.id}&state=SUCCEEDED`)
    await page.getByRole('table').getByRole('checkbox').nth(1).check()
    const all = page.getByRole('button', { name: /^Select all/ })
    if (await all.isVisible()) await all.click()
    await button('Resend').click()
    await page.getByText('Resend forwarding records').waitFor()
    const { counts } = started
    await sink.await(heardBefore + counts.succeeded)
    await page.getByText(`${counts.succeeded} changed`).waitFor()
  })

  it('replays what changed on some days, and shows how the forwarders fare', async () => {
    await open('p/demo/settings/forwarding')
    await button(`Replay ${forms}`).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: 'Replay' }).click()
    await dialog.getByText('Choose the first and the last day.').waitFor()
    const day = await today()
    await dialog.getByLabel('From').fill(day)
    await dialog.getByLabel('Until').fill(day)
    assert.deepEqual(await accessibilityProblems(page), [])
    const heardBefore = sink.heard.length
    await dialog.getByRole('button', { name: 'Replay' }).click()
    await page.getByText('Replay of a forwarder').waitFor()
    await sink.await(heardBefore + 4)
    await open('p/demo/settings/forwarding/health')
    await page
      .getByRole('img', { name: /attempts in 24 hours/ })
      .first()
      .waitFor()
    await inAllLooks(browser, page, 'health', 'p/demo/settings/forwarding/health')
    await inAllLooks(browser, page, 'requests', 'p/demo/settings/connections/logs')
    await inAllLooks(browser, page, 'connections', 'p/demo/settings/connections')
    await inAllLooks(browser, page, 'set-aside', 'p/demo/settings/forwarding/set-aside')
  })

  it('stops for good when its name is typed, and lets go of the connection then', async () => {
    await open('p/demo/settings/connections')
    await page.getByRole('link', { name: `${name} of OpenFn` }).click()
    await button('More').click()
    await button('Delete').click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('textbox').fill(`${name} of OpenFn`)
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await dialog
      .getByText('This connection is used by: Data Forwarding. Stop that first.')
      .waitFor()
    for (const [index, wanted] of [forms, mothers].entries()) {
      await open('p/demo/settings/forwarding')
      await button(`Stop ${wanted}`).click()
      await dialog.getByRole('textbox').fill(wanted)
      await dialog.getByRole('button', { name: 'Stop' }).click()
      await page.getByText(`${wanted} is stopped.`).waitFor()
      assert.equal(await forwarderNamed(wanted), undefined)
      made[index] = null
    }
    made.splice(0)
  })
})
