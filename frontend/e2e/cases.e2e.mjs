// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessibilityProblems,
  launch,
  newPage,
  overflowPixels,
  picture,
  settings,
  settled,
  signIn,
} from './support/browser.mjs'
import { authorization, change } from './support/graphql.mjs'
import { phoneOf } from './support/phone.mjs'

/** The type of the cases of this run, so that the tests can run again on the same server. */
const run = `bulk${Date.now().toString().slice(-7)}`
const password = 'Sauti ya mbali 7!'
const many = 60
const list = `p/demo/reports/case-list?type=${run}`

async function register(ownerId) {
  const cases = Array.from({ length: many }, (_, number) => ({
    create: true,
    case_type: run,
    case_name: `Household ${String(number).padStart(2, '0')}`,
    owner_id: ownerId,
    properties: { rooms: String(number % 7), village: 'Ahero' },
  }))
  const response = await fetch(`${settings.url}/a/demo/api/case/v2`, {
    method: 'POST',
    headers: { Authorization: authorization, 'Content-Type': 'application/json' },
    body: JSON.stringify(cases),
  })
  assert.equal(response.status, 200, await response.text())
}

describe('cases in bulk', () => {
  let browser
  let page
  const workers = {}
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
    for (const name of ['first', 'second']) {
      const { mobileWorker } = await change(
        'createMobileWorker',
        { username: `${run}${name}`, password, firstName: `${name} of`, lastName: run },
        'mobileWorker { userId }',
      )
      workers[name] = mobileWorker.userId
    }
    await register(workers.first)
  })
  after(() => browser?.close())

  const open = async (path) => {
    await page.goto(path)
    await settled(page)
  }
  const accessible = async (name) => {
    assert.deepEqual(await accessibilityProblems(page), [], name)
    assert.ok((await overflowPixels(page)) <= 0, name)
  }
  const looks = [
    ['light', { width: 1280, height: 860 }],
    ['dark', { width: 1280, height: 860 }],
    ['narrow', { width: 320, height: 640 }],
  ]
  /** Looks at what is shown in light, in dark and on a phone. */
  const shown = async (name) => {
    for (const [look, viewport] of looks) {
      await page.emulateMedia({ colorScheme: look === 'dark' ? 'dark' : 'light' })
      await page.setViewportSize(viewport)
      await accessible(`${name}-${look}`)
      await picture(page, `${name}-${look}`)
    }
    await page.emulateMedia({ colorScheme: 'light' })
    await page.setViewportSize({ width: 1280, height: 860 })
  }
  const chooseAll = async (count) => {
    await page.getByRole('checkbox', { name: 'Select this page' }).click()
    await page.getByRole('button', { name: `Select all ${count} that match` }).click()
    await page.getByText(`${count} selected`).waitFor()
  }

  it('reassigns all that match to a worker, whose phone gets them', async () => {
    await open(list)
    await page.getByText('first of').first().waitFor()
    const onThisPage = await page.locator('tbody tr').count()
    await chooseAll(many)
    await shown('cases-chosen')
    await page.getByRole('button', { name: 'Reassign', exact: true }).click()
    await page.getByRole('dialog').getByText(`Reassign ${many} cases`).waitFor()
    await page.getByRole('combobox', { name: 'Which owner' }).fill(`${run}second`)
    await page.getByRole('option', { name: new RegExp(`second of ${run}`) }).waitFor()
    await shown('reassign-cases')
    await page.getByRole('option', { name: new RegExp(`second of ${run}`) }).click()
    await page.getByRole('button', { name: `Reassign ${many} cases` }).click()
    await page.getByText(`${many} changed`).first().waitFor()
    // All were changed at once, so which of them are on this page is not known.
    await page
      .getByRole('row', { name: /Household \d\d.*second of/ })
      .nth(onThisPage - 1)
      .waitFor()
    assert.equal(await page.getByText(`first of ${run}`).count(), 0)
    await accessible('reassigned')

    const restore = await phoneOf(`${run}second`, password).sync()
    assert.equal(restore.match(new RegExp(`<case_type>${run}</case_type>`, 'g')).length, many)
  })

  it('names the job in the tray and keeps it on a page of its own', async () => {
    await page.getByRole('link', { name: 'Reassign cases' }).first().click()
    await page.waitForURL(/data\/jobs\//)
    await settled(page)
    await page.getByRole('heading', { name: 'Reassign cases' }).waitFor()
    await page.getByText(`${many} changed`).first().waitFor()
  })

  it('edits a property of those that a comparison finds', async () => {
    await open(`${list}&column=village&column=rooms&property=rooms%3E%3D5`)
    const rows = await page.locator('tbody tr').count()
    assert.equal(rows, Array.from({ length: many }, (_, n) => n % 7).filter((n) => n >= 5).length)
    await page.getByRole('checkbox', { name: 'Select this page' }).click()
    await page.getByRole('button', { name: 'Edit a property' }).click()
    await page.getByRole('button', { name: `Edit ${rows} cases` }).click()
    await page.getByRole('alert').getByText('Which property is to be edited?').waitFor()
    await page.getByRole('dialog').getByLabel('Property').fill('owner_id')
    await page.getByRole('button', { name: `Edit ${rows} cases` }).click()
    await page.getByRole('alert').getByText('owner_id is no custom property').waitFor()
    await page.getByRole('dialog').getByLabel('Property').fill('village')
    await page.getByRole('dialog').getByLabel('Value').fill('Kisima')
    await shown('edit-cases')
    await page.getByRole('button', { name: `Edit ${rows} cases` }).click()
    await page.getByText(`${rows} changed`).first().waitFor()
    await page
      .getByRole('row', { name: /Kisima/ })
      .nth(rows - 1)
      .waitFor()
    await open(`${list}&property=village%3DAhero`)
    assert.equal(await page.locator('tbody tr').count(), many - rows)
  })
})
