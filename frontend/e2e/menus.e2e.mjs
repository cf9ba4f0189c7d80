// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { application } from './support/application.mjs'
import { launch, newPage, settled, signIn } from './support/browser.mjs'
import { builtFile } from './support/builtFile.mjs'
import { ofThePage } from './support/looks.mjs'

/** How many forms the menus of a suite show. */
const commandsOf = (suite) => [...suite.matchAll(/<command id="m\d+-f\d+"/g)].length

describe('menus of other kinds', () => {
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

  const button = (name) => page.getByRole('button', { name, exact: true })
  const dialog = () => page.getByRole('dialog')
  const group = (name) => page.getByRole('group', { name, exact: true })
  const saved = () => page.getByText('All changes are saved.').waitFor()
  const addMenu = async (name, about, fill) => {
    await page.goto(`p/demo/apps/${app.appId}`)
    await settled(page)
    await button('Add Menu').click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill(name)
    await dialog().getByLabel('What its forms are about').selectOption(about)
    await fill()
    await dialog().getByRole('button', { name: 'Add Menu' }).click()
    await page.getByRole('heading', { name, level: 2 }).waitFor()
  }

  it('work on several cases in one form', async () => {
    await addMenu('Moves', 'Several cases at once (advanced menu)', () =>
      dialog().getByRole('textbox', { name: 'Case type' }).fill('household'),
    )
    const tree = page.getByRole('navigation', { name: 'Menus and forms' })
    await tree.getByRole('button', { name: 'Add Form' }).last().click()
    await dialog().getByRole('textbox', { name: 'Name' }).fill('Move out')
    await dialog().getByRole('button', { name: 'Add Form' }).click()
    await page.getByRole('heading', { name: 'Move out', level: 2 }).waitFor()
    await page.getByRole('tab', { name: 'Case management' }).click()
    // The first form of a menu registers; a case is chosen before, and another below that.
    await group('New case 1').getByRole('textbox', { name: 'Name in the form' }).fill('new_home')
    await button('Add a Case to Choose').click()
    await group('Case 1').getByRole('textbox', { name: 'Name in the form' }).fill('old_home')
    await button('Add a Case to Choose').click()
    await group('Case 2').getByRole('textbox', { name: 'Case type' }).fill('person')
    await group('Case 2').getByLabel('Only children of').selectOption('old_home')
    await group('Case 2').getByLabel('Question to save').selectOption({ index: 1 })
    await group('Case 2').getByRole('button', { name: 'Save Question' }).click()
    await group('New case 1').getByRole('button', { name: 'Add Link to a Case' }).click()
    await group('New case 1').getByLabel('How they are related').selectOption('Extension')
    await saved()
    await ofThePage(page, 'menu-advanced')
    const suite = await builtFile(app.appId, 'suite.xml')
    assert.match(suite, /<datum id="case_id_old_home"[^>]*case\[@case_type='household'\]/)
    assert.match(suite, /<datum id="case_id_load_household_0"[^>]*case\[@case_type='person'\]/)
    assert.match(suite, /index\/parent=instance\('commcaresession'\)[^"]*case_id_old_home\]/)
    assert.match(suite, /<datum id="case_id_new_household_0" function="uuid\(\)"/)
  })

  it('show the forms of another menu, but for some', async () => {
    const [, source] = await page
      .getByRole('navigation', { name: 'Menus and forms' })
      .getByRole('link')
      .allTextContents()
    await addMenu('Seen elsewhere', 'The forms of another menu (shadow menu)', () =>
      dialog().getByLabel('Menu whose forms it shows').selectOption(source),
    )
    await page.getByRole('tab', { name: 'Settings' }).click()
    const shown = group('Forms that are shown').getByRole('checkbox')
    await shown.first().waitFor()
    const whole = await builtFile(app.appId, 'suite.xml')
    await shown.last().uncheck()
    await saved()
    await ofThePage(page, 'menu-shadow')
    const shorter = await builtFile(app.appId, 'suite.xml')
    assert.equal(commandsOf(whole) - commandsOf(shorter), 2)
  })
})
