// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { application } from './support/application.mjs'
import { launch, newPage, settings, settled, signIn } from './support/browser.mjs'
import { change } from './support/graphql.mjs'
import { inAllLooks } from './support/looks.mjs'

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

  const address = (rest) => `p/demo/apps/${app.appId}?${rest}`
  const open = async (rest) => {
    await page.goto(address(rest))
    await settled(page)
  }
  const button = (name) => page.getByRole('button', { name, exact: true })
  const field = (name) => page.getByRole('textbox', { name, exact: true })
  const saved = () => page.getByText('All changes are saved.').waitFor()
  const looks = (name, rest) => inAllLooks(browser, page, `panel-${name}`, address(rest))
  /** A file of a version of what there is now. */
  const built = async (file) => {
    const made = await change(
      'makeVersion',
      { appId: app.appId },
      'version { buildId } problems { message }',
    )
    assert.deepEqual(
      made.problems.filter(() => !made.version),
      [],
    )
    const answer = await fetch(
      `${settings.url}/a/demo/apps/download/${made.version.buildId}/${file}`,
    )
    assert.equal(answer.status, 200)
    return answer.text()
  }

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
    const rest = `form=${app.registrationId}&tab=settings`
    await open(rest)
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
    await looks('links', rest)
    const suite = await built('suite.xml')
    assert.match(suite, /<create if="[^"]*username = 'amina'">/)
    assert.match(suite, /<create if="not\([^"]*username = 'amina'\)">/)
  })
})
