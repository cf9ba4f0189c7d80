// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settings, settled, signIn } from './support/browser.mjs'
import { submit } from './support/submission.mjs'

describe('first light', () => {
  let browser
  let page
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
  })
  after(() => browser?.close())

  const heading = () => page.getByRole('heading', { level: 1 })
  const open = async (path) => {
    await page.goto(path)
    await settled(page)
  }

  it('asks a stranger to sign in, and leads back to the page she wanted', async () => {
    await page.goto('p/demo/reports/case-list')
    await page.waitForURL(/signin\?next=/)
    await page.getByLabel('Email Address').fill(settings.email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign In' }).click()
    await page.getByRole('alert').getByText('The email address or the password is wrong.').waitFor()
    await page.getByLabel('Password', { exact: true }).fill(settings.password)
    await page.getByRole('button', { name: 'Sign In' }).click()
    await page.waitForURL(/p\/demo\/reports\/case-list/)
    await settled(page)
    assert.equal(await heading().textContent(), 'Case List')
  })

  it('switches the project by search', async () => {
    const name = `switch-${randomUUID().slice(0, 8)}`
    await open('projects/new')
    await page.getByLabel('Display name').fill(name)
    await page.getByRole('button', { name: 'Create Project' }).click()
    await page.waitForURL((url) => url.pathname.endsWith(`/p/${name}`))
    await page.getByText('No forms yet').waitFor()
    await page.getByRole('button', { name: /Switch project/ }).click()
    await page.getByRole('combobox', { name: 'Search projects' }).fill('demo')
    await page.locator('[role=option]').filter({ hasText: /demo/ }).first().click()
    await page.waitForURL((url) => url.pathname.endsWith('/p/demo'))
  })

  it('counts a submission in the open list and brings it in without a reload', async () => {
    await open('p/demo/reports/submit-history')
    await page.evaluate(() => (globalThis.sameDocument = true))
    const name = `Live ${randomUUID().slice(0, 6)}`
    await listening()
    await submit({ name, weight: '61' })
    await page.getByRole('button', { name: '1 new' }).click()
    await page.locator('tr[data-fresh]').waitFor()
    assert.equal(await page.locator('tr[data-fresh]').count(), 1)

    await page.getByRole('link', { name: 'Case List' }).click()
    await settled(page)
    await listening()
    const second = `Live ${randomUUID().slice(0, 6)}`
    await submit({ name: second, weight: '62' })
    await page.getByRole('button', { name: /new$/ }).click()
    await page.getByRole('link', { name: second }).waitFor()
    assert.equal(await page.evaluate(() => globalThis.sameDocument), true)
  })

  it('tells who set a property, shows the history, and takes an archived form out of the case', async () => {
    const name = `Halima ${randomUUID().slice(0, 6)}`
    const { caseId } = await submit({ name, weight: '58' })
    const { formId } = await submit({ caseId, weight: '60' })
    await open(`p/demo/cases/${caseId}`)
    assert.equal(await heading().textContent(), name)

    await page.getByRole('button', { name: /weight_kg/ }).click()
    await page.getByText(/^Set by .+ with the form/).waitFor()
    assert.ok(await page.locator(`a[href$="/forms/${formId}"]`).isVisible())

    await page.getByRole('tab', { name: 'Case History' }).click()
    await settled(page)
    await page.getByText('58', { exact: true }).first().waitFor()
    await page.locator(`a[href$="/forms/${formId}"]`).click()
    await page.waitForURL(new RegExp(`/forms/${formId}`))
    await settled(page)
    await page.getByRole('button', { name: 'Archive This Form' }).click()
    await page.getByText('The form is archived.').waitFor()
    await page.getByText('This form is archived').waitFor()

    await open(`p/demo/cases/${caseId}`)
    await page.getByRole('button', { name: 'weight_kg 58' }).waitFor()
    await page.getByRole('tab', { name: 'Case History' }).click()
    await page.getByText('Archived, does not count').waitFor()

    await open(`p/demo/forms/${formId}`)
    await page.getByRole('button', { name: 'Restore This Form' }).click()
    await page.getByText('The form is restored.').waitFor()
    await open(`p/demo/cases/${caseId}`)
    await page.getByRole('button', { name: 'weight_kg 60' }).waitFor()
  })

  it('shows the photo that came with a form and the stock that it left with the case', async () => {
    const { formId, caseId } = await submit({
      name: `Stock ${randomUUID().slice(0, 6)}`,
      weight: '57',
      stock: 30,
      withPhoto: true,
    })
    await open(`p/demo/forms/${formId}`)
    await page.getByRole('tab', { name: 'Attachments (1)' }).click()
    const photo = page.getByRole('img', { name: 'Photo muac.png' })
    await photo.waitFor()
    assert.ok(await photo.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)))

    await open(`p/demo/cases/${caseId}`)
    await page.getByRole('tab', { name: 'Ledger Sections' }).click()
    await page.getByRole('row', { name: /iron_folate stock 30/ }).waitFor()
  })

  it('updates the open case page when a form changes it', async () => {
    const { caseId } = await submit({ name: 'Open page', weight: '50' })
    await open(`p/demo/cases/${caseId}`)
    await listening()
    await submit({ caseId, weight: '51' })
    await page.getByRole('button', { name: /new$/ }).click()
    await page.getByRole('button', { name: 'weight_kg 51' }).waitFor()
  })

  it('can be walked with the keyboard alone', async () => {
    await open('p/demo')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type('case li')
    await page.locator('[role=option][aria-selected=true]', { hasText: 'Case List' }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(/reports\/case-list/)
    await settled(page)
    await page.keyboard.press('?')
    await page.getByRole('dialog', { name: 'Keyboard shortcuts' }).waitFor()
    await page.keyboard.press('Escape')
    await page.getByRole('dialog').waitFor({ state: 'detached' })
    await page.keyboard.press('g')
    await page.keyboard.press('s')
    await page.waitForURL(/reports\/submit-history/)
    await settled(page)
    await tabTo('tbody a')
    const outline = await page.evaluate(() => getComputedStyle(document.activeElement).outlineStyle)
    assert.equal(outline, 'solid')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/forms\//)
    await settled(page)
    await tabTo('[role=tab]')
    await page.keyboard.press('ArrowRight')
    await page.waitForURL(/tab=cases/)
  })

  it('opens a case by its id from the palette', async () => {
    const { caseId } = await submit({ name: 'Found by id', weight: '55' })
    await open('p/demo')
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').waitFor()
    await page.keyboard.type(caseId)
    await page.getByRole('option', { name: /Found by id/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.waitForURL(new RegExp(caseId))
  })

  it('creates a mobile worker, deactivates her, and undoes it', async () => {
    const username = `worker${Date.now()}`
    await open('p/demo/users/mobile-workers/new')
    await page.getByRole('button', { name: 'Create Mobile Worker' }).click()
    await page.getByRole('alert').getByText('Give a username.').waitFor()
    await page.getByLabel('Username').fill(username)
    await page.getByLabel('First Name').fill('Pendo')
    await page.getByLabel('Password', { exact: true }).fill('Sauti ya mbali 7!')
    await page.keyboard.press('Control+s')
    await page.waitForURL(/mobile-workers\/(?!new)/)
    await page.getByRole('button', { name: 'Deactivate' }).click()
    await page.getByRole('button', { name: 'Reactivate' }).waitFor()
    await page.getByRole('button', { name: 'Undo' }).click()
    await page.getByRole('button', { name: 'Deactivate' }).waitFor()
  })

  it('makes an API key, shows its secret once, and revokes it by its typed name', async () => {
    const name = `openfn ${randomUUID().slice(0, 6)}`
    await open('account/api-keys')
    await page.getByLabel('Name').fill(name)
    await page.getByRole('button', { name: 'Create API Key' }).click()
    await page.getByText('You cannot see it again.').waitFor()
    await page.getByRole('button', { name: `Revoke ${name}` }).click()
    await page.getByLabel(`Type ${name} to confirm`).fill(name)
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByRole('button', { name: `Revoke ${name}` }).waitFor({ state: 'detached' })
  })

  it('speaks French and keeps doing so', async () => {
    await open('p/demo')
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByText('Français').click()
    await page.getByRole('heading', { name: 'Tableau de bord' }).waitFor()
    assert.equal(await page.locator('html').getAttribute('lang'), 'fr')
    await open('p/demo/reports/case-list')
    assert.equal(await heading().textContent(), 'Liste des dossiers')
    await page.getByRole('button', { name: /Compte de/ }).click()
    await page.getByText('English').click()
    await page.getByRole('heading', { name: 'Case List' }).waitFor()
  })

  it('follows the dark colours of the system from the first paint, and can be told otherwise', async () => {
    const storageState = await page.context().storageState()
    const dark = await newPage(browser, { colorScheme: 'dark', storageState })
    await dark.goto('p/demo', { waitUntil: 'commit' })
    await dark.locator('html[data-mantine-color-scheme=dark]').waitFor({ state: 'attached' })
    await settled(dark)
    const background = () => dark.evaluate(() => getComputedStyle(document.body).backgroundColor)
    assert.equal(await background(), 'rgb(18, 20, 18)')
    await dark.getByRole('button', { name: /Account of/ }).click()
    await dark.getByText('Light', { exact: true }).click()
    await dark.locator('html[data-mantine-color-scheme=light]').waitFor({ state: 'attached' })
    await dark.reload()
    await settled(dark)
    assert.equal(await background(), 'rgb(251, 251, 249)')
    await dark.context().close()
  })

  it('signs out', async () => {
    await open('p/demo')
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('button', { name: 'Sign Out' }).click()
    await page.waitForURL(/signin/)
    await signIn(page)
  })

  /** Waits until the page's subscription is open. */
  async function listening() {
    await page.waitForTimeout(1500)
  }

  async function tabTo(selector) {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      if (await page.evaluate((wanted) => document.activeElement.matches(wanted), selector)) return
    }
    assert.fail(`The Tab key does not reach ${selector}`)
  }
})
