// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { after, before, describe, it } from 'node:test'
import {
  accessibilityProblems,
  launch,
  newPage,
  overflowPixels,
  settings,
  settled,
  signIn,
} from './support/browser.mjs'
import { change } from './support/graphql.mjs'
import { zipped } from './support/workbook.mjs'

const name = `Pictures ${randomUUID().slice(0, 6)}`
const file = join(dirname(fileURLToPath(import.meta.url)), 'support/muac.png')
const muac = readFileSync(file)

describe('pictures of an application', () => {
  let browser
  let page
  let appId
  let menuId
  let formId
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
    const { app } = await change('createApp', { name }, 'app { appId }')
    appId = app.appId
    const edit = async (version, changes) => {
      const input = { appId, version, changes }
      return (await change('editApp', input, 'app { document }')).app.document.modules[0]
    }
    const { unique_id: id } = await edit(1, [{ addMenu: { name: 'Children', caseType: 'child' } }])
    menuId = id
    const form = { menuId, name: 'Register child', kind: 'REGISTRATION' }
    const { forms } = await edit(2, [{ addForm: form }])
    formId = forms[0].unique_id
  })
  after(() => browser?.close())

  const open = async (path) => {
    await page.goto(`p/demo/apps/${appId}${path}`)
    await settled(page)
  }
  const upload = async (label, from) => {
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: `Upload: ${label}` }).click(),
    ])
    await chooser.setFiles(from)
  }
  const saved = () => page.getByText('All changes are saved.').waitFor()

  it('are sent from a question, and are seen beside it', async () => {
    await open(`?form=${formId}&question=/data/name`)
    await page.getByText('Hint, help, media and more').click()
    await upload('Image', { name: 'text.png', mimeType: 'image/png', buffer: Buffer.from('text') })
    await page.getByText('The content of the file is not what its name says.').waitFor()
    await upload('Image', file)
    const picture = page.getByRole('img', { name: 'Image' })
    await picture.waitFor()
    await settled(page)
    assert.ok(await picture.evaluate((image) => image.naturalWidth > 0))
    await saved()
    assert.deepEqual(await accessibilityProblems(page), [])
    await page.reload()
    await page.getByText('Hint, help, media and more').click()
    assert.match(
      await page.getByRole('textbox', { name: 'Image' }).inputValue(),
      /^jr:\/\/file\/commcare\/image\/\w{8}\/name-en\.png$/,
    )
    await page.getByRole('img', { name: 'Image' }).waitFor()
  })

  it('are icons of menus', async () => {
    await open(`?menu=${menuId}&tab=settings`)
    await upload('Icon', file)
    await page.getByRole('img', { name: 'Icon' }).waitFor()
    await page.getByRole('textbox', { name: 'Sound' }).fill('jr://file/commcare/audio/children.mp3')
    await page.getByText('Not uploaded yet').waitFor()
    await saved()
  })

  it('are listed with where they are shown, and come many at once', async () => {
    await open('')
    await page.getByRole('link', { name: 'All media of the application' }).click()
    await page.getByRole('heading', { name: 'Multimedia', level: 1 }).waitFor()
    await page.getByLabel('Only what is missing').click()
    await page.getByRole('row', { name: /name-en\.png/ }).waitFor({ state: 'detached' })
    const missing = page.getByRole('row', { name: /audio\/children\.mp3 Not uploaded yet/ })
    await missing.getByRole('link', { name: 'Children' }).waitFor()
    assert.equal(await page.getByRole('row').count(), 2)
    assert.deepEqual(await accessibilityProblems(page), [])

    const archive = zipped(
      new Map([
        ['commcare/audio/children.mp3', Buffer.from('ID3 la la la')],
        ['commcare/image/nobody.png', muac],
      ]),
    )
    await page
      .getByLabel('ZIP archive')
      .setInputFiles({ name: 'media.zip', mimeType: 'application/zip', buffer: archive })
    await page.getByRole('button', { name: 'Upload', exact: true }).click()
    const report = page.getByRole('status').filter({ hasText: '1 file was taken in.' })
    await report.getByText(/commcare\/image\/nobody\.png: No menu, text or form/).waitFor()
    await page.getByText('Nothing is missing').waitFor()
    await page.getByLabel('Only what is missing').click()
    await page.getByRole('row', { name: /name-en\.png Uploaded .*Register child/ }).waitFor()
    assert.deepEqual(await accessibilityProblems(page), [])
    await page.setViewportSize({ width: 320, height: 800 })
    assert.ok((await overflowPixels(page)) <= 0)
  })

  it('are in the version that phones get', async () => {
    const input = { appId, comment: 'With pictures' }
    const { version } = await change('makeVersion', input, 'version { buildId }')
    const folder = `${settings.url}/a/demo/apps/download/${version.buildId}`
    const suite = await (await fetch(`${folder}/media_suite.xml`)).text()
    const [address] = /http[^<]*\/hq\/multimedia\/file\/CommCareImage\/[^<]*/.exec(suite) ?? []
    assert.ok(address, suite)
    const picture = Buffer.from(await (await fetch(address)).arrayBuffer())
    assert.deepEqual(picture, muac)
    const form = await (await fetch(`${folder}/modules-0/forms-0.xml`)).text()
    assert.match(form, /<value form="image">jr:\/\/file\/commcare\/image\/\w{8}\/name-en\.png</)
  })
})
