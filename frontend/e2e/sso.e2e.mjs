// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import {
  accessibilityProblems,
  launch,
  newPage,
  overflowPixels,
  picture,
  settings,
  settled,
  signIn,
} from './support/browser.mjs'
import { ask } from './support/graphql.mjs'
import { identityProvider } from './support/identityProvider.mjs'

const nurse = 'nurse@clinic.example'

describe('single sign-on of an organisation', () => {
  let browser
  let page
  let hers
  let provider
  before(async () => {
    provider = await identityProvider()
    provider.email = nurse
    browser = await launch()
    page = await newPage(browser)
    hers = await newPage(browser)
    await signIn(page)
  })
  after(async () => {
    await browser?.close()
    provider?.close()
  })

  const saved = () => page.getByText('Saved', { exact: true }).first().waitFor()

  it('is set up by an administrator of its enterprise', async () => {
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('link', { name: 'Enterprises' }).click()
    await settled(page)
    await page.getByLabel('Name', { exact: true }).fill('Clinics')
    await page.getByLabel('First administrator').fill(settings.email)
    await page.getByRole('button', { name: 'Create enterprise' }).click()
    await page.getByRole('link', { name: 'Clinics' }).click()
    await settled(page)
    await page.getByRole('button', { name: 'Add an identity provider' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Name', { exact: true }).fill('Clinic sign-on')
    await dialog.getByLabel('Name in addresses').fill('clinic')
    await dialog.getByLabel('Issuer').fill('clinic.example')
    await dialog.getByLabel('Client ID').fill(provider.clientId)
    await dialog.getByLabel('Client secret', { exact: true }).fill(provider.secret)
    await dialog.getByLabel('Who must use it').selectOption('GLOBAL')
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.getByText('An issuer is an https address').waitFor()
    await dialog.getByLabel('Issuer').fill(provider.issuer)
    await dialog.getByRole('button', { name: 'Save' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByRole('button', { name: 'Test Clinic sign-on' }).click()
    await page.getByText('It answers as it should.').waitFor()
    await page.getByLabel('Add an email domain').fill('clinic.example')
    await page
      .getByRole('region', { name: 'Email domains' })
      .getByRole('button', { name: 'Add', exact: true })
      .click()
    await page.getByText('baraza-domain-verification=').waitFor()
    await page.getByRole('button', { name: 'Turn on Clinic sign-on' }).click()
    await page.getByRole('button', { name: 'Turn off Clinic sign-on' }).waitFor()
    assert.deepEqual(await accessibilityProblems(page), [])
    assert.equal(await overflowPixels(page), 0)
    await picture(page, 'enterprise')
  })

  it('leads nobody anywhere before the domain is proved', async () => {
    await page.getByRole('button', { name: 'Check clinic.example' }).click()
    await page.getByText('The domain has no such TXT record yet').waitFor()
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('link', { name: 'Enterprises' }).click()
    await settled(page)
    await page.getByLabel('Email domain', { exact: true }).fill('clinic.example')
    await page.getByRole('button', { name: 'Approve', exact: true }).click()
    await saved()
    assert.deepEqual(await accessibilityProblems(page), [])
  })

  const comeIn = async () => {
    await hers.goto('signin')
    await hers.getByLabel('Email Address').fill(nurse)
    await hers.getByLabel('Email Address').press('Tab')
    await hers.getByRole('link', { name: 'Continue with Clinic sign-on' }).waitFor()
    assert.equal(await hers.getByLabel('Password', { exact: true }).count(), 0)
    await picture(hers, 'signin-provider')
    await hers.getByRole('link', { name: 'Continue with Clinic sign-on' }).click()
  }

  it('tells whoever has no account what to do', async () => {
    await comeIn()
    await hers.getByText('Ask an administrator of your project to invite you').waitFor()
    assert.deepEqual(await accessibilityProblems(hers), [])
    await picture(hers, 'sso-refused')
  })

  it('makes an account for whom a project invited, and stops her at one that does not trust', async () => {
    await ask(
      `mutation($email: String!) {
        inviteWebUser(input: {project: "demo", email: $email, role: "Read Only"}) { userErrors { code } }
      }`,
      { email: nurse },
    )
    await comeIn()
    await hers.waitForURL(
      (url) => url.pathname.startsWith('/app/') && !url.pathname.includes('signin'),
    )
    await hers.goto('p/demo')
    await hers.getByText('This project does not trust your single sign-on').waitFor()
    await picture(hers, 'sso-wall')
  })

  it('opens a project once an administrator trusts it', async () => {
    await page.goto('p/demo/settings/security')
    await settled(page)
    await page.getByLabel('Name in addresses').fill('clinic')
    await page.getByRole('button', { name: 'Trust', exact: true }).click()
    await page.getByRole('button', { name: 'Stop trusting Clinic sign-on' }).waitFor()
    assert.deepEqual(await accessibilityProblems(page), [])
    await hers.goto('p/demo')
    await hers.getByRole('navigation').first().waitFor()
    await settled(hers)
    assert.equal(await hers.getByText('This project does not trust').count(), 0)
  })

  it('shows her what happened to her account', async () => {
    await hers.getByRole('button', { name: /Account of/ }).click()
    await hers.getByRole('link', { name: 'Recent activity' }).click()
    await hers.getByText('sign_in.vouched_for').first().waitFor()
    assert.deepEqual(await accessibilityProblems(hers), [])
    await picture(hers, 'recent-activity')
  })

  it('ends with both sessions', async () => {
    await hers.getByRole('button', { name: /Account of/ }).click()
    await hers.getByRole('button', { name: 'Sign Out' }).click()
    await hers.waitForURL((url) => url.pathname.includes('/signin'))
    assert.equal(provider.ended, 1)
  })
})
