// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settled, signIn } from './support/browser.mjs'
import { ask } from './support/graphql.mjs'

async function role(name) {
  const { project } = await ask('{ project(name: "demo") { roles { name permissions archived } } }')
  return project.roles.find((one) => one.name === name)
}

describe('roles and permissions', () => {
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
  const more = async (action) => {
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByText(action, { exact: true }).click()
  }
  const remove = async (name) => {
    await page.getByRole('link', { name, exact: true }).click()
    await settled(page)
    await more('Delete Role')
    await page.getByRole('dialog').getByRole('textbox').fill(name)
    await page.getByRole('dialog').getByRole('button', { name: 'Delete Role' }).click()
    await page.getByText(`The role ${name} is deleted.`).waitFor()
    assert.equal(await role(name), undefined)
  }

  it('let an administrator make a role, whose boxes show what goes together', async () => {
    await open('p/demo')
    await page.getByRole('link', { name: 'Roles & Permissions' }).click()
    await settled(page)
    await page.getByRole('link', { name: 'New Role' }).click()
    await page.getByLabel('Role Name').fill('Supervisor')
    await page.getByLabel('Edit Mobile Workers').check()
    const implied = page.getByLabel('View Mobile Workers')
    assert.ok((await implied.isChecked()) && (await implied.isDisabled()))
    assert.ok(await page.getByLabel('Download Reports').isDisabled())
    await page.getByLabel('View Reports').check()
    await page.getByLabel('Download Reports').check()
    await page.getByLabel('Access All Locations').uncheck()
    assert.ok(await page.getByLabel('Edit Applications').isDisabled())
    await page.getByLabel('Access All Locations').check()
    await page.getByRole('button', { name: 'Create Role' }).click()
    await page.getByRole('link', { name: 'Supervisor', exact: true }).waitFor()
    assert.deepEqual((await role('Supervisor')).permissions, [
      'access_all_locations',
      'access_mobile_endpoints',
      'download_reports',
      'edit_commcare_users',
      'report_an_issue',
      'view_commcare_users',
      'view_reports',
    ])
  })

  it('name what a role cannot be called', async () => {
    await open('p/demo/users/roles/new')
    await page.getByLabel('Role Name').fill('admin')
    await page.getByRole('button', { name: 'Create Role' }).click()
    await page.getByRole('alert').getByText('Administrators are called so already.').waitFor()
    await page.getByRole('button', { name: 'Cancel' }).click()
    await page.getByRole('button', { name: 'Leave without saving' }).click()
  })

  it('copy, archive, bring back and delete', async () => {
    await open('p/demo/users/roles')
    await page.getByRole('link', { name: 'Supervisor', exact: true }).click()
    await settled(page)
    await more('Copy')
    await page.getByRole('button', { name: 'Create Role' }).click()
    await page.getByRole('link', { name: 'Copy of Supervisor' }).click()
    await settled(page)
    await more('Archive')
    await page.getByText('The role Copy of Supervisor is archived.').waitFor()
    assert.equal((await role('Copy of Supervisor')).archived, true)
    await page.getByRole('link', { name: 'Copy of Supervisor' }).click()
    await settled(page)
    await more('Bring back')
    await page.getByText('The role Copy of Supervisor can be given again.').waitFor()
    await remove('Copy of Supervisor')
    await remove('Supervisor')
  })

  it('stand in the audit log, which is searched by who and what', async () => {
    await open('p/demo/users/roles')
    await page.getByRole('link', { name: 'Audit Log' }).click()
    await settled(page)
    await page.getByLabel('Action', { exact: true }).selectOption('role.deleted')
    await page
      .getByRole('row', { name: /role\.deleted.*Supervisor/ })
      .first()
      .waitFor()
    assert.match(page.url(), /action=role\.deleted/)
    await page.getByLabel('Username').fill('nobody')
    await page.getByText('Nothing fits').waitFor()
  })
})
