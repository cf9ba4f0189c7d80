// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settled, signIn } from './support/browser.mjs'
import { change } from './support/graphql.mjs'
import { submit } from './support/submission.mjs'
import { workbookOf } from './support/workbook.mjs'

const run = randomUUID().slice(0, 6)
const kind = `urn:exports:${run}`

const column = (path, label) => ({ path, label, selected: true })

describe('exports', () => {
  let browser
  let page
  let formId
  before(async () => {
    ;({ formId } = await submit({ name: `Export ${run}`, weight: 41, withPhoto: true, kind }))
    for (const name of [`First ${run}`, `Second ${run}`]) {
      await change('createExport', { type: 'FORM', identifier: kind, name })
    }
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
  })
  after(() => browser?.close())

  const openExport = async (name, list = 'forms') => {
    await page.goto(`p/demo/data/exports/${list}?search=${run}`)
    await settled(page)
    await page.getByRole('link', { name }).click()
    await page.getByRole('heading', { name, level: 1 }).waitFor()
    await settled(page)
  }

  const file = async () => {
    const link = page.getByRole('link', { name: 'Download file' })
    await link.waitFor()
    const [download] = await Promise.all([page.waitForEvent('download'), link.click()])
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) }
  }

  it('become one workbook when several are chosen', async () => {
    await page.goto(`p/demo/data/exports/forms?search=${run}`)
    await settled(page)
    await page.getByRole('checkbox', { name: `Select First ${run}` }).check()
    await page.getByRole('checkbox', { name: `Select Second ${run}` }).check()
    await page.getByRole('button', { name: 'Export as one workbook' }).click()
    const { name, bytes } = await file()
    assert.match(name, /-exports-.*\.xlsx$/)
    const book = workbookOf(bytes)
    for (const sheet of [1, 2]) {
      assert.ok([...book.cells(sheet).values()].includes(formId), `sheet ${sheet}`)
    }
  })

  it('are written for Excel 97', async () => {
    await openExport(`First ${run}`)
    await page.getByLabel('Format').selectOption('XLS')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const { name, bytes } = await file()
    assert.match(name, /\.xls$/)
    assert.equal(bytes.subarray(0, 4).toString('hex'), 'd0cf11e0')
  })

  it('give the files of their forms as an archive', async () => {
    await openExport(`Second ${run}`)
    await page.getByRole('button', { name: 'Files of the forms' }).click()
    const { name, bytes } = await file()
    assert.match(name, /-files-.*\.zip$/)
    assert.equal(bytes.subarray(0, 2).toString('latin1'), 'PK')
    assert.ok(bytes.includes('photo'), 'each file is called after its question')
  })

  it('put cases on a map', async () => {
    const { caseId } = await submit({
      name: `Mapped ${run}`,
      weight: 52,
      home: '-1.28 36.81 1661.5 4.2',
    })
    await change('createExport', {
      type: 'CASE',
      identifier: 'mother',
      name: `Map ${run}`,
      tables: [
        {
          ...column('', 'Cases'),
          columns: [column('caseid', 'caseid'), column('properties.home', 'Home')],
        },
      ],
    })
    await openExport(`Map ${run}`, 'cases')
    await page.getByLabel('Format').selectOption('GEOJSON')
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    const { name, bytes } = await file()
    assert.match(name, /\.geojson$/)
    const { features } = JSON.parse(bytes.toString())
    const mapped = features.find(({ properties }) => properties.caseid === caseId)
    assert.deepEqual(mapped.geometry, { type: 'Point', coordinates: [36.81, -1.28, 1661.5] })
    assert.equal(mapped.properties.Home, '-1.28 36.81 1661.5 4.2')
  })
})
