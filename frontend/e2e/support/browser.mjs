// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { mkdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import bundledChromium from '@sparticuz/chromium'
import { chromium } from 'playwright-core'

const root = join(dirname(fileURLToPath(import.meta.url)), '../..')
const pictures = join(root, 'target/screenshots')
const axeSource = readFileSync(
  createRequire(import.meta.url).resolve('axe-core/axe.min.js'),
  'utf8',
)

function needed(name) {
  const value = process.env[name]
  assert.ok(value, `Set ${name}, see README.md.`)
  return value
}

export const settings = {
  url: needed('BARAZA_URL').replace(/\/$/, ''),
  email: needed('BARAZA_ADMIN_EMAIL'),
  password: needed('BARAZA_ADMIN_PASSWORD'),
  demoPassword: needed('BARAZA_DEMO_PASSWORD'),
}

export async function launch() {
  const own = process.env.BARAZA_BROWSER
  return chromium.launch({
    executablePath: own ?? (await bundledChromium.executablePath()),
    args: [
      '--no-sandbox',
      '--no-zygote',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--no-first-run',
    ],
  })
}

/** A page of a new visitor; `look` can set the language, the colours and the size. */
export async function newPage(browser, look = {}) {
  const context = await browser.newContext({
    baseURL: `${settings.url}/app/`,
    locale: look.locale ?? 'en-GB',
    colorScheme: look.colorScheme ?? 'light',
    viewport: look.viewport ?? { width: 1280, height: 860 },
    reducedMotion: 'reduce',
    ...(look.storageState && { storageState: look.storageState }),
  })
  const page = await context.newPage()
  // Long enough for a machine that builds beside it; what is there is found at once.
  page.setDefaultTimeout(45_000)
  page.on('pageerror', (error) => assert.fail(`The page threw: ${error.stack}`))
  return page
}

export async function signIn(page) {
  await page.goto('signin')
  await page.locator('input[name=username]').fill(settings.email)
  await page.locator('input[name=password]').fill(settings.password)
  await page.locator('button[type=submit]').click()
  await page.waitForURL((url) => !url.pathname.includes('/signin'))
}

/** Waits until nothing on the page is a placeholder any more, and its pictures are there. */
export async function settled(page) {
  await page.waitForFunction(
    () =>
      document.querySelector('h1') !== null &&
      document.querySelector('[aria-busy="true"], .mantine-Skeleton-root') === null &&
      [...document.images].every((image) => image.complete),
  )
}

export async function picture(page, name) {
  mkdirSync(pictures, { recursive: true })
  await page.screenshot({ path: join(pictures, `${name}.png`), fullPage: true })
}

/** Every rule of accessibility that the page breaks. */
export async function accessibilityProblems(page) {
  await page.evaluate(axeSource)
  return page.evaluate(async () => {
    const result = await globalThis.axe.run(document, {
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
    })
    return result.violations.map(({ id, nodes }) => ({
      id,
      nodes: nodes.slice(0, 4).map(({ html, failureSummary }) => `${failureSummary} ${html}`),
    }))
  })
}

/** By how many pixels the page is wider than its window, or a table than what it stands in. */
export function overflowPixels(page) {
  return page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement
    const tables = [...document.querySelectorAll('table')].map((table) => {
      const [inner, outer] = [table, table.parentElement].map((each) =>
        each.getBoundingClientRect(),
      )
      return Math.round(inner.right - outer.right)
    })
    return Math.max(scrollWidth - clientWidth, ...tables)
  })
}
