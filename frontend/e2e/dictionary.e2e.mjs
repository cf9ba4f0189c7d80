// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import {
  accessibilityProblems,
  launch,
  newPage,
  overflowPixels,
  picture,
  settled,
  signIn,
} from './support/browser.mjs'
import { application } from './support/application.mjs'

const type = `garden_${randomUUID().slice(0, 6)}`

describe('the data dictionary', () => {
  let browser
  let page
  let app
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
    app = await application()
  })
  after(() => browser?.close())

  const open = async (path) => {
    await page.goto(path)
    await settled(page)
  }
  const dialog = () => page.getByRole('dialog')

  it('takes a new type and properties of it', async () => {
    await open('p/demo/data/dictionary')
    await page.getByRole('button', { name: 'New Case Type' }).click()
    await dialog().getByLabel('Case type').fill(type)
    await dialog().getByLabel('Description').fill('Where vegetables grow')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByText('Where vegetables grow').waitFor()

    await page.getByRole('button', { name: 'Add Property' }).click()
    await dialog().getByLabel('Property', { exact: true }).fill('crop')
    await dialog().getByLabel('Label', { exact: true }).fill('Main crop')
    await dialog().getByLabel('Type', { exact: true }).selectOption('Multiple Choice')
    await dialog().getByRole('button', { name: 'Add value' }).click()
    await dialog().getByLabel('Value 1').fill('kale')
    await dialog().getByLabel('Group', { exact: true }).fill('Harvest')
    assert.deepEqual(await accessibilityProblems(page), [])
    await picture(page, 'dictionary-property')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /crop Main crop 1 allowed value/ }).waitFor()

    await page.getByRole('button', { name: 'Add Property' }).click()
    await dialog().getByLabel('Property', { exact: true }).fill('two words')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByRole('alert').getByText('no blanks').waitFor()
    await dialog().getByLabel('Property', { exact: true }).fill('area')
    await dialog().getByLabel('Group', { exact: true }).fill('Harvest')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByRole('row', { name: /^area/ }).waitFor()
  })

  it('orders, finds and deprecates properties', async () => {
    await page.getByRole('button', { name: 'Move area up' }).click()
    await page.waitForFunction(() =>
      document.querySelector('tbody tr')?.textContent?.startsWith('area'),
    )
    await page.getByRole('button', { name: 'crop', exact: true }).click()
    await dialog().getByLabel('No longer used').check()
    await dialog().getByRole('button', { name: 'Save' }).click()
    await page.getByText('1 of 2 properties').waitFor()
    await page.getByLabel('Show what is deprecated').click()
    await page.getByLabel('Find a property').fill('main')
    await page.getByRole('row', { name: /crop Main crop/ }).waitFor()
    await page.getByLabel('Find a property').fill('')
  })

  it('says which resource of FHIR a case becomes, and which element a property', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).last().click()
    await page.getByRole('button', { name: 'Edit description' }).click()
    await dialog().getByLabel('FHIR resource').fill('field')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().getByRole('alert').getByText('such as Patient').waitFor()
    await dialog().getByLabel('FHIR resource').fill('Location')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'detached' })

    await page.getByRole('button', { name: 'area', exact: true }).click()
    await dialog().getByLabel('FHIR path').fill('description')
    assert.deepEqual(await accessibilityProblems(page), [])
    await picture(page, 'dictionary-fhir')
    await dialog().getByRole('button', { name: 'Save' }).click()
    await dialog().waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'area', exact: true }).click()
    assert.equal(await dialog().getByLabel('FHIR path').inputValue(), 'description')
    await page.keyboard.press('Escape')
    await dialog().waitFor({ state: 'detached' })
  })

  it('goes out as a workbook and comes in again', async () => {
    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download as Excel' }).click(),
    ])
    const file = await download.path()
    assert.equal(readFileSync(file).subarray(0, 2).toString(), 'PK')
    await page.getByRole('button', { name: 'More', exact: true }).first().click()
    await page.getByRole('button', { name: 'Upload from Excel' }).click()
    await dialog()
      .getByLabel('Excel workbook')
      .setInputFiles({
        name: 'dictionary.xlsx',
        mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        buffer: readFileSync(file),
      })
    await dialog().getByRole('button', { name: 'Upload' }).click()
    await dialog()
      .getByText(/properties were taken in/)
      .waitFor()
    await picture(page, 'dictionary-upload')
    await dialog().getByRole('button', { name: 'Close' }).click()
  })

  it('is seen in the dark and on a phone', async () => {
    for (const [name, look] of Object.entries({
      light: {},
      dark: { colorScheme: 'dark' },
      narrow: { viewport: { width: 320, height: 640 } },
    })) {
      const storageState = await page.context().storageState()
      const other = await newPage(browser, { ...look, storageState })
      await other.goto(`p/demo/data/dictionary?type=${type}&deprecated=yes`)
      await settled(other)
      await other.getByRole('row', { name: /^area/ }).waitFor()
      assert.deepEqual(await accessibilityProblems(other), [], name)
      assert.ok((await overflowPixels(other)) <= 0, name)
      await picture(other, `dictionary-type-${name}`)
      await other.context().close()
    }
  })

  it('gives an application to translators and takes back what they did', async () => {
    await open(`p/demo/apps/${app.appId}/translations`)
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Download', exact: true }).first().click(),
    ])
    const buffer = readFileSync(await download.path())
    await page
      .getByLabel('Excel workbook')
      .first()
      .setInputFiles({ name: 'texts.xlsx', mimeType: 'application/zip', buffer })
    await page.getByRole('button', { name: 'Take in' }).first().click()
    await page.getByText('Nothing was different.').waitFor()
    assert.deepEqual(await accessibilityProblems(page), [])
    await picture(page, 'translations-report')
  })
})
