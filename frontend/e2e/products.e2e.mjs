// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settings, settled, signIn } from './support/browser.mjs'
import { phoneOf } from './support/phone.mjs'

const run = randomUUID().slice(0, 6)

describe('products', () => {
  let browser
  let page
  let phone
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
    phone = phoneOf('amina', settings.demoPassword)
  })
  after(() => browser?.close())

  const open = async (path) => {
    await page.goto(path)
    await settled(page)
  }

  it('makes a program and a product of it', async () => {
    await open('p/demo/data/programs')
    await page.getByRole('button', { name: 'New Program' }).first().click()
    await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill(`Nutrition ${run}`)
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
    await page.getByRole('cell', { name: `nutrition_${run}` }).waitFor()

    await open('p/demo/data/products/new')
    await page.getByRole('button', { name: 'Create Product' }).click()
    await page.getByRole('alert').getByText('A name is needed.').waitFor()
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(`Peanut paste ${run}`)
    await page.getByLabel('Unit', { exact: true }).fill('sachet')
    await page.getByLabel('Program', { exact: true }).selectOption(`Nutrition ${run}`)
    await page.getByLabel('Cost of one unit').fill('0,40')
    await page.keyboard.press('Control+s')
    await page.waitForURL(/products$/)
    await page.getByRole('row', { name: new RegExp(`Peanut paste ${run}.*sachet`) }).waitFor()
  })

  it('gives it to phones once the project keeps stock', async () => {
    assert.doesNotMatch(await phone.sync(), new RegExp(`Peanut paste ${run}`))
    await open('p/demo/settings/phone-data')
    await page.getByLabel('Keep stock').check()
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('Phones get it at their next sync.').first().waitFor()
    const restore = await phone.sync()
    assert.match(restore, new RegExp(`<name>Peanut paste ${run}</name><unit>sachet</unit>`))
    assert.match(restore, new RegExp(`<name>Nutrition ${run}</name>`))
  })

  it('takes an archived product from them', async () => {
    await open(`p/demo/data/products?q=Peanut+paste+${run}`)
    await page.getByRole('link', { name: `Peanut paste ${run}` }).click()
    await settled(page)
    await page.getByRole('button', { name: 'Archive', exact: true }).click()
    await page.getByRole('button', { name: 'Unarchive' }).waitFor()
    const restore = await phone.sync()
    assert.match(restore, /id="commtrack:products"/)
    assert.doesNotMatch(restore, new RegExp(`Peanut paste ${run}`))
  })
})
