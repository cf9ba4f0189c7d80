// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settled, signIn } from './support/browser.mjs'

const run = randomUUID().slice(0, 6)

describe('an import of cases', () => {
  let browser
  let page
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
  })
  after(() => browser?.close())

  it('asks what the columns mean', async () => {
    await page.goto('p/demo/data/import')
    await settled(page)
    await page.getByRole('button', { name: 'Next: match columns' }).click()
    await page.getByRole('alert').getByText('Choose a table.').waitFor()
    const table = `No,Full name,House,Weight (kg)\nh-${run},Otieno ${run},,\np-${run},Achieng ${run},h-${run},54\nlost,Nobody,nowhere,1\n`
    await page.getByLabel('Table of cases').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(table),
    })
    await page.getByRole('button', { name: 'Next: match columns' }).click()
    await page.getByText('people.csv: 3 rows.').waitFor()
    await page.getByLabel('Case type').fill(`person_${run}`)
    await page.getByLabel('Case property of House').fill('parent_external_id')
  })

  it('tells what would happen, and changes nothing', async () => {
    await page.getByRole('button', { name: 'Try it out' }).click()
    await page.getByText(/It would be: .*2/).waitFor()
    await page.getByRole('link', { name: 'See the rows with errors' }).waitFor()
  })

  it('imports what is right and names what is not', async () => {
    await page.getByRole('button', { name: 'Import', exact: true }).click()
    await page.waitForURL(/data\/jobs\//)
    await page
      .getByText('INVALID_PARENT_ID')
      .or(page.getByText(/parent case/))
      .first()
      .waitFor()
    await page.goto(`p/demo/reports/case-list?type=person_${run}`)
    await settled(page)
    await page.getByRole('link', { name: `Achieng ${run}` }).waitFor()
    await page.getByRole('link', { name: `Otieno ${run}` }).waitFor()
  })
})
