// SPDX-License-Identifier: Apache-2.0
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settled, signIn } from './support/browser.mjs'
import { ofThePage } from './support/looks.mjs'
import { submit } from './support/submission.mjs'

describe('corrections', () => {
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

  it('changes a case, closes it and opens it again, each by a form', async () => {
    const name = `Zuri ${randomUUID().slice(0, 6)}`
    const { caseId } = await submit({ name, weight: '52' })
    await open(`p/demo/cases/${caseId}`)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Edit Case' }).click()
    const dialog = page.getByRole('dialog', { name: `Edit “${name}”` })
    await dialog.getByLabel('weight_kg').fill('53')
    await dialog.getByRole('button', { name: 'Add a field' }).click()
    await dialog.getByLabel('Name of field 1').fill('village')
    await dialog.getByLabel('Value of field 1').fill('Ahero')
    await dialog.getByRole('button', { name: 'Save Case' }).click()
    await page.getByText('The case is changed.').waitFor()
    await page.getByRole('button', { name: 'weight_kg 53' }).waitFor()
    await page.getByRole('button', { name: 'village Ahero' }).waitFor()

    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Close Case' }).click()
    await page
      .getByRole('dialog', { name: `Close “${name}”?` })
      .getByRole('button', { name: 'Close Case' })
      .click()
    await page.getByText('The case is closed.').waitFor()
    await page.getByText('Closed', { exact: true }).first().waitFor()
    await page.getByRole('tab', { name: 'Forms' }).click()
    await page.getByText('Case update').first().waitFor()

    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Undo Closing' }).click()
    const question = page.getByRole('dialog', { name: `Open “${name}” again?` })
    await question.getByText('Phones get the case again').waitFor()
    await ofThePage(page, 'reopen-case')
    await question.getByRole('button', { name: 'Open Case Again' }).click()
    await page.getByText('The case is open again.').waitFor()
    await page.getByText('Open', { exact: true }).first().waitFor()
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('button', { name: 'Rebuild Case' }).click()
    await page.getByText('Nothing changed; phones get it again.').waitFor()
  })

  it('corrects an answer of a form, and the case with it', async () => {
    const name = `Clean ${randomUUID().slice(0, 6)}`
    const { formId, caseId } = await submit({ name, weight: '61' })
    await open(`p/demo/forms/${formId}`)
    await page.getByRole('button', { name: 'Clean Form Data' }).click()
    const dialog = page.getByRole('dialog', { name: 'Clean Form Data' })
    await dialog.getByLabel('visit / weight_kg').fill('16')
    await dialog.getByText(`Saved to the case ${caseId}`).waitFor()
    await ofThePage(page, 'clean-form')
    await dialog.getByRole('button', { name: 'Save Responses' }).click()
    await page.getByText('Question responses saved.').waitFor()
    await page.getByRole('link', { name: 'See the form as it was before the edit' }).waitFor()
    await open(`p/demo/cases/${caseId}`)
    await page.getByRole('button', { name: 'weight_kg 16' }).waitFor()
  })
})
