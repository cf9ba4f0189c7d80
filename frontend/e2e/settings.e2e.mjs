// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settings, settled, signIn } from './support/browser.mjs'
import { ask, change } from './support/graphql.mjs'
import { organisation } from './support/organisation.mjs'
import { phoneOf } from './support/phone.mjs'
import { submit } from './support/submission.mjs'

async function project(fields) {
  return (await ask(`{ project(name: "demo") { ${fields} } }`)).project
}

describe('project settings', () => {
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
  const save = async (said) => {
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText(said).first().waitFor()
  }

  it('let administrators allow HTTP Digest, and take it back', async () => {
    await open('p/demo')
    await page.getByRole('link', { name: 'Privacy and Security' }).click()
    await settled(page)
    const digest = page.getByLabel('Allow HTTP Digest beside Basic')
    await digest.check()
    await save('The settings are saved.')
    assert.deepEqual(await project('security { digestAllowed }'), {
      security: { digestAllowed: true },
    })
    await open('p/demo/settings/security')
    await digest.uncheck()
    await page.keyboard.press('Control+s')
    await page.getByText('The settings are saved.').first().waitFor()
    assert.deepEqual(await project('security { digestAllowed }'), {
      security: { digestAllowed: false },
    })
  })

  it('change, at the next sync, in which shape phones get locations', async () => {
    await organisation()
    const phone = phoneOf('achieng', 'Sauti ya mbali 7!')
    assert.match(await phone.sync(), /<fixture id="locations"/)
    await open('p/demo/settings/phone-data')
    await page.getByLabel('Hierarchical').check()
    await save('Phones get it at their next sync.')
    const restore = await phone.sync()
    assert.match(restore, /<fixture id="commtrack:locations"/)
    await change('updateRestoreSettings', { locationFixtures: 'FLAT' })
  })

  it('give each worker a user case', async () => {
    await open('p/demo/settings/phone-data')
    await page.getByLabel('User cases').check()
    await save('Phones get it at their next sync.')
    assert.deepEqual(await project('userCasesEnabled'), { userCasesEnabled: true })
    await change('setUserCases', { enabled: false })
  })

  it('keep what Case Search was told, and name a pattern that is none', async () => {
    await open('p/demo/settings/case-search')
    await page.getByRole('button', { name: 'Add a property' }).click()
    const fuzzy = page.getByRole('group', { name: 'Fuzzy Properties' })
    await fuzzy.getByLabel('Case Type').last().fill('mother')
    await fuzzy.getByLabel('Property').last().fill('parent/name')
    await page.getByRole('button', { name: 'Add a pattern' }).click()
    const patterns = page.getByRole('group', { name: 'Ignore Patterns' })
    await patterns.getByLabel('Case Type').last().fill('mother')
    await patterns.getByLabel('Property').last().fill('phone')
    await patterns.getByLabel('Regular expression').last().fill('(')
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByRole('alert').getByText('is not a regular expression').waitFor()
    await patterns.getByLabel('Regular expression').last().fill('[- ]')
    await save('The settings are saved.')
    const { caseSearchSettings } = await project(
      'caseSearchSettings { fuzzyProperties { property } ignorePatterns { pattern } }',
    )
    assert.equal(caseSearchSettings.fuzzyProperties.at(-1).property, 'parent/name')
    assert.equal(caseSearchSettings.ignorePatterns.at(-1).pattern, '[- ]')
    await open('p/demo/settings/case-search')
    await patterns.getByRole('button', { name: 'Remove line 1' }).click()
    await fuzzy.getByRole('button', { name: 'Remove line 1' }).click()
    await save('The settings are saved.')
  })

  it('ask before unsaved changes are left', async () => {
    await open('p/demo/settings/phone-data')
    await page.getByLabel('Both').check()
    await page.getByRole('link', { name: 'Case Search' }).click()
    await page.getByRole('button', { name: 'Leave without saving' }).click()
    await page.waitForURL(/case-search$/)
  })
})

describe('the phones of a case', () => {
  let browser
  let page
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
  })
  after(() => browser?.close())

  it('are shown once they were told of it, with the reason', async () => {
    const { caseId } = await submit({ name: 'Njeri Kamau', weight: '58' })
    const phone = phoneOf('amina', settings.demoPassword)
    await phone.sync()
    await page.goto(`p/demo/cases/${caseId}`)
    await settled(page)
    await page.getByRole('tab', { name: 'Phones' }).click()
    const row = page.getByRole('row', { name: /browser-tests/ })
    await row.getByText('On the phone', { exact: true }).waitFor()
    await row.getByRole('button', { name: /^Why is this case on the phone/ }).click()
    await page.getByText(/^It belongs on the phone of/).waitFor()
    const chain = page.getByRole('list', { name: 'Chain of cases' })
    assert.match(await chain.textContent(), /Njeri Kamau.*Open, and owned by/)
    assert.match(page.url(), /tab=phones&worker=/)
  })
})
