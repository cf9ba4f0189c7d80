// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settings, settled, signIn } from './support/browser.mjs'
import { phoneOf } from './support/phone.mjs'

const tag = `clinics_${randomUUID().slice(0, 6)}`

describe('lookup tables', () => {
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

  it('makes a table with a field that has a value for each language', async () => {
    await open('p/demo/data/lookup-tables/new')
    await page.getByRole('button', { name: 'Create Table' }).click()
    await page.getByRole('alert').getByText('Give the table an ID.').waitFor()
    await page.getByLabel('Table ID').fill(tag)
    await page.getByLabel('Visible to all users').uncheck()
    await page.getByLabel('Field 1', { exact: true }).fill('code')
    await page.getByLabel('Indexed').check()
    await page.getByRole('button', { name: 'Add a field' }).click()
    await page.getByLabel('Field 2', { exact: true }).fill('name')
    await page.getByLabel('Properties').nth(1).fill('lang')
    await page.keyboard.press('Control+s')
    await page.waitForURL(new RegExp(`${tag}$`))
    await page.getByText('No rows yet').waitFor()
  })

  it('gives a row to its owner’s phone and takes it away again', async () => {
    await open(`p/demo/data/lookup-tables/tables/${tag}/rows/new`)
    await page.getByLabel('code').fill('c1')
    await page.getByRole('textbox', { name: 'Value 1' }).fill('Ahero clinic')
    await page.getByLabel('lang').first().fill('en')
    await page.getByRole('button', { name: 'Add a value' }).click()
    await page.getByRole('textbox', { name: 'Value 2' }).fill('Clinique d’Ahero')
    await page.getByLabel('lang').nth(1).fill('fr')
    await page.getByRole('button', { name: 'Add a user' }).click()
    await page.getByRole('combobox', { name: 'Add a user' }).fill('amina')
    await page.getByRole('option', { name: /amina/i }).first().click()
    await page.getByRole('button', { name: 'Create Row' }).click()
    await page.waitForURL(new RegExp(`${tag}$`))
    await page.getByRole('row', { name: /c1 Ahero clinic · Clinique d’Ahero 1 owner/ }).waitFor()

    const phone = phoneOf('amina', settings.demoPassword)
    const restore = await phone.sync()
    assert.match(restore, new RegExp(`id="item-list:${tag}"`))
    assert.match(restore, /<name lang="fr">Clinique d’Ahero<\/name>/)

    await page.getByRole('link', { name: 'c1' }).click()
    await settled(page)
    await page.getByRole('button', { name: 'Delete' }).click()
    await page.getByLabel('Type c1 to confirm').fill('c1')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.waitForURL(new RegExp(`${tag}$`))
    await page.getByText('No rows yet').waitFor()
    assert.doesNotMatch(await phone.sync(), /Clinique d’Ahero/)
  })

  it('deletes all rows that were chosen after their number was typed', async () => {
    for (const code of ['c2', 'c3', 'c4']) {
      await open(`p/demo/data/lookup-tables/tables/${tag}/rows/new`)
      await page.getByLabel('code').fill(code)
      await page.getByRole('button', { name: 'Create Row' }).click()
      await page.waitForURL(new RegExp(`${tag}$`))
    }
    await page.getByRole('checkbox', { name: 'Select c3' }).click()
    await page.getByRole('button', { name: 'Select all 3 that match' }).click()
    await page.getByRole('button', { name: 'Delete Rows' }).click()
    await page.getByLabel('Type 3 to confirm').fill('3')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete Rows' }).click()
    await page.getByText('3 deleted').first().waitFor()
    await page.getByText('No rows yet').waitFor()
  })

  it('deletes a table by its typed ID', async () => {
    await open(`p/demo/data/lookup-tables/tables/${tag}`)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Delete table' }).click()
    await page.getByLabel(`Type ${tag} to confirm`).fill(tag)
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.waitForURL(/lookup-tables$/)
    await page.getByText(`The table ${tag} is deleted.`).waitFor()
  })
})
