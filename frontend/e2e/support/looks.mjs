// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { accessibilityProblems, newPage, overflowPixels, picture, settled } from './browser.mjs'

const looks = {
  light: {},
  dark: { colorScheme: 'dark' },
  narrow: { viewport: { width: 320, height: 640 } },
}

/** Takes pictures of a screen, light, dark and narrow, and looks whether it is accessible and fits. */
export async function inAllLooks(browser, page, screen, path) {
  for (const [look, how] of Object.entries(looks)) {
    const storageState = await page.context().storageState()
    const other = await newPage(browser, { ...how, storageState })
    await other.goto(path)
    await settled(other)
    assert.deepEqual(await accessibilityProblems(other), [], `${screen} ${look}`)
    assert.ok((await overflowPixels(other)) <= 0, `${screen} ${look}`)
    await picture(other, `${screen}-${look}`)
    await other.context().close()
  }
}

/** The same of what is on the page now, which then looks as it did before. */
export async function ofThePage(page, screen) {
  const { width, height } = page.viewportSize()
  for (const [look, { colorScheme = 'light', viewport = { width, height } }] of Object.entries(
    looks,
  )) {
    await page.emulateMedia({ colorScheme })
    await page.setViewportSize(viewport)
    await settled(page)
    await page.evaluate(() => globalThis.scrollTo(0, 0))
    await picture(page, `${screen}-${look}`)
    assert.deepEqual(await accessibilityProblems(page), [], `${screen} ${look}`)
    assert.ok((await overflowPixels(page)) <= 0, `${screen} ${look}`)
  }
  await page.emulateMedia({ colorScheme: 'light' })
  await page.setViewportSize({ width, height })
}
