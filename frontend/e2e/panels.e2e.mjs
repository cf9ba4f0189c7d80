// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { application } from './support/application.mjs'
import { launch, newPage, settled, signIn } from './support/browser.mjs'
import { builtFile } from './support/builtFile.mjs'
import { ofThePage } from './support/looks.mjs'

describe('what an application says besides its questions', () => {
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

  const open = async (rest) => {
    await page.goto(`p/demo/apps/${app.appId}?${rest}`)
    await settled(page)
  }
  const button = (name) => page.getByRole('button', { name, exact: true })
  const field = (name) => page.getByRole('textbox', { name, exact: true })
  const saved = () => page.getByText('All changes are saved.').waitFor()
  const looks = (name) => ofThePage(page, `panel-${name}`)
  const built = (file) => builtFile(app.appId, file)

  it('filters a case list by a property that is offered by its name', async () => {
    await open(`menu=${app.menuId}`)
    const filter = field('Filter')
    await filter.fill('')
    await filter.pressSequentially('@sta')
    await page.getByRole('option', { name: /@status/ }).waitFor()
    await filter.press('Enter')
    await filter.pressSequentially(" = 'open'")
    await saved()
    assert.match(await built('suite.xml'), /\[@status = 'open'\]/)
  })

  it('leads from a form to another one', async () => {
    await open(`form=${app.registrationId}&tab=settings`)
    await page.getByLabel('After the form').selectOption('Link to other form or menu')
    await button('Add Link').click()
    const links = page.getByLabel('Leads to')
    const choices = await links.locator('option').allTextContents()
    await links.selectOption({
      index: choices.findIndex((text) => !text.includes(' › ') && text !== choices[0]),
    })
    await field('Condition of the link').fill("#user/username = 'amina'")
    await page.getByLabel('If no condition is true').selectOption('This menu')
    await saved()
    await looks('links')
    const suite = await built('suite.xml')
    assert.match(suite, /<create if="[^"]*username = 'amina'">/)
    assert.match(suite, /<create if="not\([^"]*username = 'amina'\)">/)
  })

  it('searches on the server and claims what is chosen', async () => {
    await open(`menu=${app.menuId}&tab=search`)
    await button('Add Search Property').click()
    const group = page.getByRole('group', { name: 'Search property 1' })
    await group.getByLabel('Property', { exact: true }).fill('village')
    await group.getByLabel('Display text', { exact: true }).fill('Village')
    await button('Add Default Search Filter').click()
    const filter = page.getByRole('group', { name: 'Filter 1' })
    await filter.getByLabel('Property', { exact: true }).fill('visited')
    await filter.getByLabel('Value', { exact: true }).and(page.getByRole('textbox')).fill("'yes'")
    await field('Claim condition').fill('true()')
    await field('Name of the search').fill('Look everywhere')
    await saved()
    await looks('search')
    const suite = await built('suite.xml')
    assert.match(suite, /<prompt key="village">/)
    assert.match(suite, /<data key="visited" ref="'yes'"\/>/)
    assert.match(suite, /<post url="[^"]*claim-case\/" relevant="\([^"]*\) and \(true\(\)\)">/)
  })

  it('chooses several cases, and shows each in tabs', async () => {
    await open(`menu=${app.menuId}`)
    await page.getByLabel('Several cases can be chosen').check()
    await page.getByLabel('At most').fill('7')
    await button('Add Sort Property').click()
    await page.getByLabel('Blanks').last().selectOption('Last')
    await saved()
    await looks('list')
    await page.getByRole('tab', { name: 'Case detail' }).click()
    await button('Add Tab').click()
    await field('Name of the tab').fill('At a glance')
    await saved()
    await looks('tabs')
    const suite = await built('suite.xml')
    assert.match(suite, /<instance-datum id="selected_cases"[^>]*max-select-value="7"/)
    assert.match(suite, /<sort [^>]*blanks="last"/)
    assert.match(suite, /case_long\.tab\.1\.title/)
  })

  it('tells phones how to behave', async () => {
    await open('')
    await page.getByLabel('Find a setting').fill('auto')
    await page.getByLabel('Auto Update Frequency').selectOption('Daily')
    await saved()
    await looks('device')
    const profile = await built('profile.ccpr')
    assert.match(profile, /key="cc-autoup-freq" value="freq-daily" force="true"/)
    assert.match(profile, /key="cc-autosync-freq" value="freq-never"/)
  })
})
