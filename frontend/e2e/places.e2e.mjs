// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, newPage, settled, signIn } from './support/browser.mjs'
import { change } from './support/graphql.mjs'
import { attributeOf, phoneOf } from './support/phone.mjs'

/** A name of this run, so that the tests can run again on the same server; letters, as codes are made of them. */
const run = Date.now()
  .toString()
  .replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)])
  .slice(-7)
const password = 'Sauti ya mbali 7!'

describe('places', () => {
  let browser
  let page
  let kisumu
  before(async () => {
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
  })
  after(() => browser?.close())

  const heading = () => page.getByRole('heading', { level: 1 })
  const open = async (path) => {
    await page.goto(path)
    await settled(page)
  }
  const idInAddress = () => new URL(page.url()).pathname.split('/').at(-1)
  const chooseLocation = async (field, name) => {
    await page.getByRole('button', { name: new RegExp(`^${field}:`) }).click()
    await page.getByRole('combobox', { name: field }).fill(name)
    await page.getByRole('option', { name: new RegExp(name) }).click()
  }
  const createLocation = async (name, level) => {
    await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name)
    if (level) await page.getByLabel('Organization Level').selectOption(level)
    await page.getByRole('button', { name: 'Create Location' }).click()
    await page.waitForURL(/locations\/\w+$/)
    await settled(page)
    assert.equal(await heading().textContent(), name)
    return idInAddress()
  }

  it('makes levels, one below the other', async () => {
    await open('p/demo/users/organization/levels/new')
    await page.getByRole('textbox', { name: 'Name' }).fill(`County ${run}`)
    await page.getByLabel('Parent level').selectOption('')
    await page.getByLabel('Owns Cases').check()
    await page.getByLabel('View Child Data').check()
    await page.getByRole('button', { name: 'Create Level' }).click()
    await page.waitForURL(/levels$/)
    await page.getByRole('link', { name: 'New Level' }).first().click()
    await page.getByRole('textbox', { name: 'Name' }).fill(`Ward ${run}`)
    await page.getByLabel('Parent level').selectOption(`county_${run}`)
    await page.getByLabel('Owns Cases').check()
    await page.keyboard.press('Control+s')
    await page.waitForURL(/levels$/)
    await page.getByRole('row', { name: new RegExp(`Ward ${run}`) }).waitFor()
  })

  it('sends a worker, on her next sync, to where her place was moved', async () => {
    const username = `hawa${Date.now()}`
    await open('p/demo/users/mobile-workers/new')
    await page.getByLabel('Username').fill(username)
    await page.getByLabel('Password', { exact: true }).fill(password)
    await page.getByRole('button', { name: 'Create Mobile Worker' }).click()
    await page.waitForURL(/mobile-workers\/(?!new)/)

    await open('p/demo/users/organization/new')
    kisumu = await createLocation(`Kisumu ${run}`, `county_${run}`)
    await open('p/demo/users/organization/new')
    const siaya = await createLocation(`Siaya ${run}`, `county_${run}`)
    await open(`p/demo/users/organization/locations/${kisumu}`)
    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('link', { name: 'New location below' }).click()
    await settled(page)
    const ahero = await createLocation(`Ahero ${run}`)

    await page.getByRole('button', { name: 'Add a worker' }).click()
    await page.getByRole('combobox', { name: 'Add a worker' }).fill(username)
    await page.getByRole('option', { name: new RegExp(username) }).click()
    await page.getByRole('row', { name: new RegExp(username) }).waitFor()

    const phone = phoneOf(username, password)
    const level = `county_${run}_id`
    assert.equal(attributeOf(await phone.sync(), ahero, level), kisumu)

    await page.getByRole('button', { name: 'More' }).click()
    await page.getByRole('link', { name: 'Move', exact: true }).click()
    await settled(page)
    await chooseLocation('New parent location', `Siaya ${run}`)
    await page.getByText(`It will stand below Siaya ${run}.`).waitFor()
    await page.getByRole('button', { name: 'Move', exact: true }).click()
    await page.getByText(`Ahero ${run} now stands below Siaya ${run}.`).waitFor()
    assert.equal(attributeOf(await phone.sync(), ahero, level), siaya)
  })

  it('says whose phones a move changes before it is made', async () => {
    const { mobileWorker } = await change(
      'createMobileWorker',
      { username: `chief${Date.now()}`, password },
      'mobileWorker { userId }',
    )
    await change('setWorkerLocations', { userId: mobileWorker.userId, locationIds: [kisumu] })
    const ward = await change(
      'createLocation',
      { name: `Nyando ${run}`, typeCode: `ward_${run}`, parentId: kisumu },
      'location { locationId }',
    )
    await open(`p/demo/users/organization/locations/${ward.location.locationId}/move`)
    await chooseLocation('New parent location', `Siaya ${run}`)
    await page
      .getByText(`1 worker at Kisumu ${run} will lose the cases of 1 location at the next sync.`)
      .waitFor()
  })

  it('shows the tree to the keyboard, and the path to what is searched for', async () => {
    await open('p/demo/users/organization')
    const county = page.getByRole('treeitem', { name: new RegExp(`^Kisumu ${run}`) })
    await page.getByRole('treeitem').first().focus()
    for (let presses = 0; presses < 60; presses++) {
      if (await county.evaluate((item) => item === document.activeElement)) break
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('ArrowRight')
    const ward = county.getByRole('treeitem', { name: new RegExp(`^Nyando ${run}`) })
    await ward.waitFor()
    await page.keyboard.press('ArrowRight')
    assert.ok(await ward.evaluate((item) => item === document.activeElement))
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('ArrowLeft')
    await ward.waitFor({ state: 'detached' })

    await page.getByRole('searchbox', { name: 'Name or site code' }).fill(`nyando ${run}`)
    await page.waitForURL(/q=nyando/)
    await ward.waitFor()
    await ward.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(/locations\/\w+$/)
    await page.getByRole('heading', { level: 1, name: `Nyando ${run}` }).waitFor()
  })

  it('merges, archives, unarchives and deletes locations by their typed names', async () => {
    const names = [`Bondo ${run}`, `Bondo East ${run}`]
    const [bondo] = await Promise.all(
      names.map((name) =>
        change('createLocation', { name, typeCode: `county_${run}` }, 'location { locationId }'),
      ),
    )
    await open(`p/demo/users/organization/locations/${bondo.location.locationId}/merge`)
    await chooseLocation('Merge into', names[1])
    await page.getByLabel(`Type ${names[0]} to confirm`).fill(names[0])
    await page.getByRole('button', { name: 'Merge', exact: true }).click()
    await page.getByText(`${names[0]} is now part of ${names[1]}.`).waitFor()

    const confirm = async (action) => {
      await page.getByRole('button', { name: 'More' }).click()
      await page.getByRole('button', { name: action, exact: true }).click()
      await page.getByLabel(`Type ${names[1]} to confirm`).fill(names[1])
      await page.getByRole('dialog').getByRole('button', { name: action, exact: true }).click()
    }
    await confirm('Archive')
    await page.getByText('This location is archived').waitFor()
    await page.getByRole('button', { name: 'Unarchive' }).click()
    await page.getByText('This location is archived').waitFor({ state: 'detached' })
    await confirm('Delete')
    await page.waitForURL(/users\/organization$/)
    await page.getByText(`${names[1]} is deleted.`).waitFor()
  })
})
