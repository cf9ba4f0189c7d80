// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
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
import { ask } from './support/graphql.mjs'

const email = `halima-${Date.now()}@elsewhere.example`

/** Where somebody makes an account who is invited to another project. */
async function invited() {
  const project = `elsewhere-${Date.now()}`
  await ask(
    `mutation($name: String!) { createProject(input: {name: $name}) { userErrors { message } } }`,
    { name: project },
  )
  const { inviteWebUser } = await ask(
    `mutation($project: String!, $email: String!) {
      inviteWebUser(input: {project: $project, email: $email, role: "Read Only"}) { path }
    }`,
    { project, email },
  )
  return inviteWebUser.path
}

describe('a project', () => {
  let browser
  let page
  let hers
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
    hers = await newPage(browser)
    await hers.goto(await invited())
    await hers.getByLabel('First name').fill('Halima')
    await hers.getByLabel('Last name').fill('Abdi')
    await hers.getByLabel('Password', { exact: true }).fill('Sauti ya mbali 7!')
    await hers.getByRole('button', { name: 'Create account and join' }).click()
    await hers.waitForURL((url) => !url.pathname.includes('/join/'))
  })
  after(() => browser?.close())

  const allow = async (allowed) => {
    await page.goto('p/demo/settings/security')
    await settled(page)
    await page.getByLabel('People may ask to join').setChecked(allowed)
    await page.getByRole('button', { name: 'Save' }).click()
    await page.getByText('The settings are saved.').first().waitFor()
  }
  const open = async () => {
    await hers.goto('p/demo')
    await settled(hers)
  }

  it('that takes no requests is not there for whoever is no member', async () => {
    await open()
    await hers.getByRole('heading', { name: 'Not found' }).waitFor()
    assert.equal(await hers.getByRole('button', { name: 'Ask to join' }).count(), 0)
  })

  it('that takes requests can be asked for', async () => {
    await allow(true)
    await open()
    await hers.getByRole('button', { name: 'Ask to join' }).waitFor()
    assert.deepEqual(await accessibilityProblems(hers), [])
    await picture(hers, 'ask-to-join')
    await hers.getByRole('button', { name: 'Ask to join' }).click()
    await hers.getByText('You asked to join.').waitFor()
  })

  it('lets somebody in who asked, as what an administrator chooses', async () => {
    await page.goto('p/demo/users/web-users')
    await settled(page)
    await page.getByRole('heading', { name: 'Requests to Join' }).waitFor()
    assert.deepEqual(await accessibilityProblems(page), [])
    assert.equal(await overflowPixels(page), 0)
    await picture(page, 'join-requests')
    await page.getByRole('button', { name: `Approve the request of ${email}` }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('Role').selectOption('Read Only')
    await picture(page, 'join-request-approve')
    await dialog.getByRole('button', { name: 'Approve' }).click()
    await page.getByText('Halima Abdi is in the project now').waitFor()
    await page.getByRole('heading', { name: 'Requests to Join' }).waitFor({ state: 'detached' })
    await hers.goto('p/demo')
    await hers.getByRole('link', { name: 'Case List' }).first().waitFor()
    await allow(false)
  })
})
