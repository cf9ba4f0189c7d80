// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { application } from './support/application.mjs'
import { launch, newPage, settled, signIn } from './support/browser.mjs'
import { change } from './support/graphql.mjs'
import { ofThePage } from './support/looks.mjs'

const run = randomUUID().slice(0, 6)

describe('what becomes of an application besides its versions', () => {
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

  const dialog = () => page.getByRole('dialog')

  it('is copied into another project', async () => {
    const input = { project: undefined, name: `copies-${run}`, displayName: `Copies ${run}` }
    await change('createProject', input)
    await change('importApp', {
      name: `Travels ${run}`,
      document: { doc_type: 'Application', langs: ['en'], modules: [] },
    })
    await page.goto(`p/demo/apps?search=${encodeURIComponent(`Travels ${run}`)}`)
    await settled(page)
    await page.getByRole('button', { name: `Copy: Travels ${run}` }).click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill(`Arrived ${run}`)
    await dialog().getByLabel('Project').selectOption(`Copies ${run}`)
    await ofThePage(page, 'copy-app')
    await dialog().getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByText(`Arrived ${run} was made.`).waitFor()
    await page.goto(`p/copies-${run}/apps`)
    await page.getByRole('link', { name: `Arrived ${run}`, exact: true }).waitFor()
  })

  it('has summaries of a version to download', async () => {
    await page.goto(`p/demo/apps/${app.appId}/releases`)
    await settled(page)
    await page
      .getByRole('button', { name: /^Summaries/ })
      .first()
      .click()
    await dialog()
      .getByRole('link', { name: /^Form contents/ })
      .waitFor()
    await ofThePage(page, 'summaries')
    const addresses = await dialog()
      .getByRole('link')
      .evaluateAll((links) => links.map(({ href }) => href))
    assert.equal(addresses.length, 3)
    for (const address of addresses) {
      const answer = await page.request.get(address)
      assert.equal(answer.status(), 200, address)
      assert.match(answer.headers()['content-disposition'], /\.xlsx/)
    }
  })

  it('is chosen by its name for update prompts', async () => {
    await change('importApp', {
      name: `Prompted ${run}`,
      document: { doc_type: 'Application', langs: ['en'], modules: [] },
    })
    await page.goto('p/demo/settings/devices')
    await settled(page)
    await page.getByLabel('Application', { exact: true }).selectOption(`Prompted ${run}`)
    await page.getByRole('button', { name: 'Save', exact: true }).click()
    await page.getByRole('cell', { name: `Prompted ${run}`, exact: true }).waitFor()
    await ofThePage(page, 'prompts')
  })
})
