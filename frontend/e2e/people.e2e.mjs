// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import {
  accessibilityProblems,
  launch,
  newPage,
  picture,
  settled,
  signIn,
} from './support/browser.mjs'
import { ask } from './support/graphql.mjs'
import { phoneOf } from './support/phone.mjs'
import { workbookOf } from './support/workbook.mjs'

/** The beginning of the usernames of this run, so that the tests can run again on the same server. */
const run = `bulk${Date.now().toString().slice(-7)}`
const password = 'Sauti ya mbali 7!'
const list = `p/demo/users/mobile-workers?status=all&q=${run}`

describe('people in bulk', () => {
  let browser
  let page
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
  })
  after(() => browser?.close())

  const open = async (path) => {
    await page.goto(path)
    await settled(page)
  }
  const create = async (username) => {
    await open('p/demo/users/mobile-workers/new')
    await page.getByLabel('Username').fill(username)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create Mobile Worker' }).click()
    await page.waitForURL(/mobile-workers\/(?!new)/)
  }
  const row = (username) => page.getByRole('row', { name: new RegExp(username) })
  const choose = (username) => page.getByRole('checkbox', { name: `Select ${username}` }).click()
  const confirm = async (deed) => {
    await page.getByRole('button', { name: deed, exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: deed, exact: true }).click()
  }
  const accessible = async () => assert.deepEqual(await accessibilityProblems(page), [])

  it('creates workers', async () => {
    await create(`${run}a`)
    await create(`${run}b`)
    await create(`${run}c`)
  })

  it('deactivates two who were chosen, and reactivates all that match', async () => {
    await open(list)
    await choose(`${run}a`)
    await choose(`${run}b`)
    await page.getByText('2 selected').waitFor()
    await accessible()
    await page.getByRole('button', { name: 'Deactivate', exact: true }).click()
    await page.getByText('Deactivate 2 mobile workers?').waitFor()
    await accessible()
    await page.getByRole('dialog').getByRole('button', { name: 'Deactivate' }).click()
    await page.getByText('2 changed').first().waitFor()
    await row(`${run}a`).getByText('Deactivated').waitFor()
    await row(`${run}b`).getByText('Deactivated').waitFor()
    await row(`${run}c`).getByText('Active').waitFor()
    await accessible()

    await page.getByRole('checkbox', { name: 'Select this page' }).click()
    await confirm('Reactivate')
    await page.getByText('2 changed, 1 as before').first().waitFor()
    await row(`${run}a`).getByText('Active').waitFor()
  })

  it('shows in the tray what was done, also after a reload', async () => {
    await page.reload()
    await settled(page)
    await page.getByRole('button', { name: /jobs done|Bulk actions|^Done/ }).click()
    const tray = page.getByRole('list', { name: 'Bulk actions' })
    await tray.getByRole('link', { name: 'Deactivate mobile workers' }).first().waitFor()
    await accessible()
    await page.keyboard.press('Escape')
    await tray.waitFor({ state: 'detached' })
  })

  it('puts workers into a group, with the keyboard alone', async () => {
    const { createGroup } = await ask(
      `mutation Prepare($name: String!) {
        createGroup(input: { project: "demo", name: $name }) { group { groupId } }
      }`,
      { name: run },
    )
    await open(list)
    await page.getByRole('checkbox', { name: `Select ${run}c` }).focus()
    await page.keyboard.press('Space')
    await page.getByText('1 selected').waitFor()
    await page
      .getByRole('status')
      .filter({ hasText: '1 selected' })
      .locator('..')
      .getByRole('button', { name: 'More' })
      .focus()
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: 'Add to a group' }).focus()
    await page.keyboard.press('Enter')
    await page.getByRole('combobox', { name: 'Which group' }).waitFor()
    await page.keyboard.type(run)
    await page.locator('[role=option][aria-selected=true]', { hasText: run }).waitFor()
    await page.keyboard.press('Enter')
    await page.getByRole('dialog').getByRole('button', { name: 'Add to a group' }).focus()
    await page.keyboard.press('Enter')
    await page.getByText('1 changed').first().waitFor()
    await open(`p/demo/users/groups/groups/${createGroup.group.groupId}`)
    await row(`${run}c`).waitFor()
  })

  it('downloads workers as Excel and names the bad row of what is sent back', async () => {
    await open(list)
    await page.locator('header').getByRole('button', { name: 'More' }).last().click()
    await page.getByRole('link', { name: 'Download as Excel' }).click()
    await settled(page)
    assert.equal(await page.getByLabel('Search by username').inputValue(), run)
    await page.getByRole('button', { name: 'Make the workbook' }).click()
    const link = page.getByRole('link', { name: 'Download file' }).first()
    await link.waitFor()
    const arriving = page.waitForEvent('download')
    await link.click()
    const book = workbookOf(readFileSync(await (await arriving).path()))

    const cells = book.cells()
    const columnOf = (header) =>
      [...cells].find(([cell, text]) => /^[A-Z]+1$/.test(cell) && text === header)[0].slice(0, -1)
    const rowOf = (username) =>
      [...cells].find(([cell, text]) => cell.startsWith('A') && text === username)[0].slice(1)
    assert.equal(cells.get('A1'), 'username')
    book.write(`${columnOf('is_active')}${rowOf(`${run}a`)}`, 'perhaps')
    book.write(`${columnOf('is_active')}${rowOf(`${run}b`)}`, 'no')

    await open(list)
    await page.locator('header').getByRole('button', { name: 'More' }).last().click()
    await page.getByRole('link', { name: 'Upload from Excel' }).click()
    await settled(page)
    await page.getByLabel('Excel workbook').setInputFiles({
      name: 'workers.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: book.bytes(),
    })
    await page.getByRole('button', { name: 'Upload', exact: true }).click()
    await page.waitForURL(/data\/jobs\//)
    await page
      .getByRole('row', {
        name: new RegExp(
          `Row ${rowOf(`${run}a`)}, is_active .users. ${run}a This is answered by yes or no`,
        ),
      })
      .waitFor()
    await page.getByText(/1 row was left as before/).waitFor()
    await accessible()

    await open(list)
    await row(`${run}a`).getByText('Active').waitFor()
    await row(`${run}b`).getByText('Deactivated').waitFor()
  })

  it('shows the devices and syncs of a worker', async () => {
    await phoneOf(`${run}a`, password).sync()
    await open(list)
    await page.getByRole('link', { name: `${run}a` }).click()
    await page.getByRole('tab', { name: 'Syncs' }).click()
    await page.getByRole('row', { name: /Everything Complete/ }).waitFor()
    await accessible()
    await page.getByRole('tab', { name: 'Devices' }).click()
    await settled(page)
    await accessible()
  })

  it('lets a worker in until a day', async () => {
    await open(list)
    await page.getByRole('link', { name: `${run}a` }).click()
    await page.getByRole('link', { name: 'Edit', exact: true }).click()
    await page.getByLabel('Deactivate After').fill('2099-03-01')
    await accessible()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('2099-03-01').waitFor()
    await picture(page, 'worker-deactivate-after')
  })

  it('deletes workers after their number was typed', async () => {
    await open(list)
    await page.getByRole('checkbox', { name: 'Select this page' }).click()
    await page
      .getByRole('status')
      .filter({ hasText: '3 selected' })
      .locator('..')
      .getByRole('button', { name: 'More' })
      .click()
    await page.getByRole('button', { name: 'Delete Mobile Workers' }).click()
    await page.getByLabel('Type 3 to confirm').fill('3')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete Mobile Workers' }).click()
    await page.getByText('3 deleted').first().waitFor()
    await page.getByText('No worker fits these filters').waitFor()
  })
})
