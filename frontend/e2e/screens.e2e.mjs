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
import { application } from './support/application.mjs'
import { jobs } from './support/jobs.mjs'
import { organisation } from './support/organisation.mjs'
import { phoneOf } from './support/phone.mjs'
import { submit } from './support/submission.mjs'
import { team } from './support/team.mjs'

const wide = { width: 1280, height: 860 }
const looks = {
  light: { colorScheme: 'light', viewport: wide },
  dark: { colorScheme: 'dark', viewport: wide },
  narrow: { colorScheme: 'light', viewport: { width: 320, height: 640 } },
}

describe('every screen', () => {
  let browser
  let storageState
  let made
  let places
  let ids
  let done
  let app
  before(async () => {
    browser = await launch()
    const page = await newPage(browser)
    await signIn(page)
    storageState = await page.context().storageState()
    await page.context().close()
    made = await submit({ name: 'Zawadi Wekesa', weight: '61.5', stock: 60, withPhoto: true })
    await submit({ caseId: made.caseId, weight: '62', stock: 30 })
    places = await organisation()
    ids = await team()
    await phoneOf('amina', settings.demoPassword).sync()
    done = await jobs()
    app = await application()
  })
  after(() => browser?.close())

  const screens = {
    projects: () => 'projects',
    'new-project': () => 'projects/new',
    dashboard: () => 'p/demo',
    'submit-history': () => 'p/demo/reports/submit-history',
    form: () => `p/demo/forms/${made.formId}`,
    'form-case-changes': () => `p/demo/forms/${made.formId}?tab=cases`,
    'form-attachments': () => `p/demo/forms/${made.formId}?tab=attachments`,
    'form-history': () => `p/demo/forms/${made.formId}?tab=history`,
    'form-metadata': () => `p/demo/forms/${made.formId}?tab=metadata`,
    'form-raw-xml': () => `p/demo/forms/${made.formId}?tab=xml`,
    'case-list': () => 'p/demo/reports/case-list?column=weight_kg',
    'case-list-empty': () => 'p/demo/reports/case-list?property=weight_kg%3Dnone',
    case: () => `p/demo/cases/${made.caseId}`,
    'case-history': () => `p/demo/cases/${made.caseId}?tab=history`,
    'case-related': () => `p/demo/cases/${made.caseId}?tab=related`,
    'case-forms': () => `p/demo/cases/${made.caseId}?tab=forms`,
    'case-ledgers': () => `p/demo/cases/${made.caseId}?tab=ledgers`,
    'case-phones': () => `p/demo/cases/${made.caseId}?tab=phones&worker=${made.userId}`,
    'case-phones-nobody': () => `p/demo/cases/${made.caseId}?tab=phones`,
    'mobile-workers': () => 'p/demo/users/mobile-workers',
    'new-mobile-worker': () => 'p/demo/users/mobile-workers/new',
    organization: () => 'p/demo/users/organization?archived=yes',
    'organization-search': () => 'p/demo/users/organization?q=ko',
    'new-location': () => `p/demo/users/organization/new?parent=${places.nyanza}`,
    location: () => `p/demo/users/organization/locations/${places.ahero}`,
    'location-below': () => `p/demo/users/organization/locations/${places.ahero}?tab=below`,
    'location-archived': () => `p/demo/users/organization/locations/${places.osodo}`,
    'edit-location': () => `p/demo/users/organization/locations/${places.ahero}/edit`,
    'move-location': () => `p/demo/users/organization/locations/${places.ahero}/move`,
    'merge-location': () => `p/demo/users/organization/locations/${places.ahero}/merge`,
    levels: () => 'p/demo/users/organization/levels',
    'new-level': () => 'p/demo/users/organization/levels/new',
    level: () => 'p/demo/users/organization/levels/county/edit',
    'lookup-tables': () => 'p/demo/data/lookup-tables',
    'new-lookup-table': () => 'p/demo/data/lookup-tables/new',
    'lookup-table': () => 'p/demo/data/lookup-tables/tables/clinics',
    'edit-lookup-table': () => 'p/demo/data/lookup-tables/tables/clinics/edit',
    'import-cases': () => 'p/demo/data/import',
    dictionary: () => 'p/demo/data/dictionary?type=patient',
    products: () => 'p/demo/data/products',
    'new-product': () => 'p/demo/data/products/new',
    programs: () => 'p/demo/data/programs',
    'lookup-row': () => `p/demo/data/lookup-tables/tables/clinics/rows/${places.rowId}`,
    groups: () => 'p/demo/users/groups',
    'groups-none': () => 'p/demo/users/groups?q=nobody',
    'new-group': () => 'p/demo/users/groups/new',
    group: () => `p/demo/users/groups/groups/${ids.groupId}`,
    'edit-group': () => `p/demo/users/groups/groups/${ids.groupId}/edit`,
    'add-group-members': () => `p/demo/users/groups/groups/${ids.groupId}/add`,
    roles: () => 'p/demo/users/roles',
    'new-role': () => 'p/demo/users/roles/new',
    'custom-user-data': () => 'p/demo/users/custom-user-data',
    'user-data-profiles': () => 'p/demo/users/custom-user-data/profiles',
    'new-user-data-profile': () => 'p/demo/users/custom-user-data/profiles/new',
    'user-data-profile': () => `p/demo/users/custom-user-data/profiles/${ids.profileId}`,
    'application-status': () => 'p/demo/reports/application-status',
    'device-logs': () => 'p/demo/reports/device-logs',
    'device-logs-none': () => 'p/demo/reports/device-logs?device=none',
    'device-crashes': () => 'p/demo/reports/device-logs?tab=crashes',
    'settings-basic': () => 'p/demo/settings/basic',
    'settings-security': () => 'p/demo/settings/security',
    'settings-audit': () => 'p/demo/settings/audit',
    'settings-phone-data': () => 'p/demo/settings/phone-data',
    'settings-case-search': () => 'p/demo/settings/case-search',
    'settings-updates': () => 'p/demo/settings/devices',
    'upload-workers': () => 'p/demo/data/upload/mobile-workers',
    'upload-web-users': () => 'p/demo/data/upload/web-users',
    'upload-tables': () => 'p/demo/data/upload/lookup-tables',
    'download-workers': () => 'p/demo/data/download/mobile-workers',
    'download-locations': () => 'p/demo/data/download/locations',
    'download-tables': () => 'p/demo/data/download/lookup-tables',
    jobs: () => 'p/demo/data/jobs',
    'job-with-errors': () => `p/demo/data/jobs/${done.withErrors}`,
    'job-download': () => `p/demo/data/jobs/${done.download}`,
    'worker-devices': () => `p/demo/users/mobile-workers/${made.userId}?tab=devices`,
    'worker-syncs': () => `p/demo/users/mobile-workers/${made.userId}?tab=syncs`,
    'new-recovery-measure': () => 'p/demo/settings/devices?measure',
    applications: () => 'p/demo/apps',
    builder: () => `p/demo/apps/${app.appId}`,
    'builder-questions': () => `p/demo/apps/${app.appId}?form=${app.registrationId}`,
    'builder-cases': () => `p/demo/apps/${app.appId}?form=${app.registrationId}&tab=cases`,
    'builder-languages': () => `p/demo/apps/${app.appId}?form=${app.registrationId}&tab=languages`,
    'builder-form': () => `p/demo/apps/${app.appId}?form=${app.registrationId}&tab=settings`,
    'builder-list': () => `p/demo/apps/${app.appId}?menu=${app.menuId}`,
    'builder-menu': () => `p/demo/apps/${app.appId}?menu=${app.menuId}&tab=settings`,
    releases: () => `p/demo/apps/${app.appId}/releases`,
    translations: () => `p/demo/apps/${app.appId}/translations`,
    media: () => `p/demo/apps/${app.appId}/media`,
    'api-keys': () => 'account/api-keys',
    'oauth-applications': () => 'account/oauth',
    'oauth-refused': () => 'oauth/refused?error=invalid_request&about=redirect_uri',
    'not-found': () => 'p/demo/nothing-here',
  }

  it('is accessible and fits in light, in dark and on a phone', async () => {
    const problems = []
    const check = async (page, name) => {
      for (const [look, { colorScheme, viewport }] of Object.entries(looks)) {
        await page.emulateMedia({ colorScheme })
        await page.setViewportSize(viewport)
        await settled(page)
        problems.push(...(await problemsOf(page, `${name}-${look}`)))
      }
    }
    const stranger = await newPage(browser)
    await stranger.goto('signin')
    await check(stranger, 'sign-in')
    await stranger.context().close()

    // Side by side, because looking at one screen keeps one processor busy.
    const looked = [0, 1].map(async (turn) => {
      const page = await newPage(browser, { storageState })
      for (const [name, path] of Object.entries(screens).filter((_, at) => at % 2 === turn)) {
        await page.goto(path())
        await check(page, name)
      }
      await page.context().close()
    })
    await Promise.all(looked)
    assert.deepEqual(problems, [])
  })

  for (const [look, options] of Object.entries(looks)) {
    it(`is accessible and fits while it is used: ${look}`, async () => {
      const problems = []
      const check = async (page, name) => problems.push(...(await problemsOf(page, name)))
      const page = await newPage(browser, { ...options, storageState })
      await page.goto('p/demo/users/mobile-workers')
      await settled(page)
      await page.locator('tbody a').first().click()
      await page.waitForURL(/mobile-workers\/./)
      await settled(page)
      await check(page, `mobile-worker-${look}`)

      await page.goto('p/demo/users/mobile-workers')
      await page.getByRole('checkbox', { name: 'Select amina' }).click()
      await page.getByText('1 selected').waitFor()
      await page.getByRole('button', { name: /Bulk actions|^Done|jobs done/ }).waitFor()
      await check(page, `mobile-workers-chosen-${look}`)
      await page.locator('main').getByRole('button', { name: 'More' }).last().click()
      await page.getByRole('button', { name: 'Assign to a location' }).click()
      await page.locator('[role=option]').first().waitFor()
      await check(page, `assign-workers-${look}`)
      await page.keyboard.press('Escape')
      await page.getByRole('dialog').waitFor({ state: 'detached' })
      await page.getByRole('button', { name: /Bulk actions|^Done|jobs done/ }).click()
      await page.getByRole('link', { name: 'All bulk actions' }).waitFor()
      await check(page, `job-tray-${look}`)
      await page.keyboard.press('Escape')

      await page.goto(`p/demo/cases/${made.caseId}`)
      await settled(page)
      await page.getByRole('button', { name: /weight_kg/ }).click()
      await page.getByText(/^Set by/).waitFor()
      await check(page, `case-provenance-${look}`)
      await page.getByRole('button', { name: /Switch project/ }).click()
      await page.locator('[role=option]').first().waitFor()
      await check(page, `project-switcher-${look}`)
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: /Account of/ }).click()
      await check(page, `account-${look}`)
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+k')
      await page.locator('[role=option]').first().waitFor()
      await check(page, `palette-${look}`)
      await page.keyboard.press('Escape')
      await page.getByRole('combobox').waitFor({ state: 'detached' })
      await page.keyboard.press('?')
      await page.getByRole('dialog').waitFor()
      await check(page, `keys-${look}`)
      await page.context().close()
      assert.deepEqual(problems, [])
    })
  }
})

async function problemsOf(page, name) {
  await picture(page, name)
  const pixels = await overflowPixels(page)
  return [
    ...(pixels > 0 ? [{ name, pixels }] : []),
    ...(await accessibilityProblems(page)).map((problem) => ({ name, ...problem })),
  ]
}
