// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { application } from './support/application.mjs'
import {
  accessibilityProblems,
  launch,
  newPage,
  overflowPixels,
  settled,
  signIn,
} from './support/browser.mjs'
import { ask, change } from './support/graphql.mjs'

describe('versions that are kept to some', () => {
  let browser
  let page
  let appId
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
    appId = (await application()).appId
    const versionOf = 'query($a: String!) { project(name: "demo") { app(appId: $a) { version } } }'
    const { version } = (await ask(versionOf, { a: appId })).project.app
    const coast = { name: 'Coast', langs: ['en'] }
    const changes = [{ put: { path: 'build_profiles', value: { coast } } }]
    await change('editApp', { appId, version, changes })
    const made = await change('makeVersion', { appId, comment: 'Coast' }, 'version { buildId }')
    await change('releaseVersion', { buildId: made.version.buildId, released: true })
  })
  after(() => browser?.close())

  it('go to a language profile until that is ended', async () => {
    await page.goto(`p/demo/apps/${appId}/releases?tab=pins`)
    await settled(page)
    await page.getByLabel('Show', { exact: true }).selectOption('Kept to language profiles')
    await page.getByText('No version is kept to anybody').waitFor()
    await page.getByText('This is switched off').waitFor()
    await page.getByLabel('Keep versions to language profiles').click()
    await page.getByRole('button', { name: 'Keep a version to some' }).click()
    await page.getByRole('dialog').getByLabel('Language profile').selectOption('Coast')
    assert.deepEqual(await accessibilityProblems(page), [])
    await page.getByRole('dialog').getByRole('button', { name: 'Keep', exact: true }).click()
    const row = page.getByRole('row', { name: /^Coast/ })
    await row.getByText('Active', { exact: true }).waitFor()
    assert.deepEqual(await accessibilityProblems(page), [])
    await row.getByRole('button', { name: 'Deactivate' }).click()
    await row.getByText('Not active').waitFor()
    await page.setViewportSize({ width: 320, height: 800 })
    assert.ok((await overflowPixels(page)) <= 0)
    const off = { byLocation: false, byProfile: false }
    await change('setAppReleaseSettings', off)
  })
})
