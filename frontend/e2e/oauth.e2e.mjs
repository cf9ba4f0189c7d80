// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, describe, it } from 'node:test'
import * as openid from 'openid-client'
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

/** A site of somebody else's that people are sent back to. */
function site() {
  const server = createServer((_, response) => {
    response.setHeader('Content-Type', 'text/html')
    response.end('<!doctype html><title>Field reports</title><h1>Welcome back</h1>')
  })
  return new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(server)))
}

/** What a program gets that shows this token to the data API. */
async function get(token) {
  const address = new URL(`${settings.url}/a/demo/api/case/v2/?limit=1`)
  const response = await fetch(address, { headers: { Authorization: `Bearer ${token}` } })
  return response.status
}

describe('programs of others', () => {
  let browser
  let page
  let server
  let back
  let application
  let config
  let tokens
  before(async () => {
    server = await site()
    back = `http://127.0.0.1:${server.address().port}/back`
    browser = await launch()
    page = await newPage(browser)
    await signIn(page)
  })
  after(async () => {
    await browser?.close()
    server?.close()
  })

  it('are registered by their makers, who see the secret once', async () => {
    await page.getByRole('button', { name: /Account of/ }).click()
    await page.getByRole('link', { name: 'OAuth Applications' }).click()
    await settled(page)
    await page.getByLabel('Name', { exact: true }).fill('Field reports')
    await page.getByLabel('Redirect URIs').fill('http://reports.example.org/')
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    await page.getByText('Only an address on the same machine may do without https').waitFor()
    await page.getByLabel('Redirect URIs').fill(back)
    for (const scope of ['openid', 'profile', 'email']) {
      await page.getByRole('checkbox', { name: new RegExp(`^${scope}`) }).check()
    }
    await page.getByRole('button', { name: 'Register', exact: true }).click()
    const made = page.getByRole('status').filter({ hasText: 'Field reports is registered' })
    await made.waitFor()
    const [clientId, secret] = await made.locator('code').allTextContents()
    application = { clientId, secret }
    assert.match(secret, /^[\w-]{43}$/)
    assert.deepEqual(await accessibilityProblems(page), [])
    await picture(page, 'oauth-applications-made')
    await page.reload()
    await settled(page)
    await page.getByText(clientId).waitFor()
    assert.equal(await page.getByText(secret).count(), 0)
  })

  it('find out by themselves where to go', async () => {
    config = await openid.discovery(
      new URL(settings.url),
      application.clientId,
      undefined,
      openid.ClientSecretBasic(application.secret),
      { execute: [openid.allowInsecureRequests] },
    )
    assert.equal(config.serverMetadata().token_endpoint, `${settings.url}/oauth/token/`)
    assert.ok(config.serverMetadata().supportsPKCE())
  })

  it('ask in plain words, and get tokens when the reader allows it', async () => {
    const pkceCodeVerifier = openid.randomPKCECodeVerifier()
    const expectedState = openid.randomState()
    const expectedNonce = openid.randomNonce()
    const address = openid.buildAuthorizationUrl(config, {
      redirect_uri: back,
      scope: 'openid profile email access_apis',
      code_challenge: await openid.calculatePKCECodeChallenge(pkceCodeVerifier),
      code_challenge_method: 'S256',
      state: expectedState,
      nonce: expectedNonce,
    })
    const visitor = await newPage(browser)
    await visitor.goto(address.href)
    await visitor.locator('input[name=username]').fill(settings.email)
    await visitor.locator('input[name=password]').fill(settings.password)
    await visitor.locator('button[type=submit]').click()
    await visitor.getByRole('heading', { name: 'Allow Field reports to act for you?' }).waitFor()
    await settled(visitor)
    await visitor.getByText('Read and change the data of your projects').waitFor()
    await visitor.getByText('In all your projects.').waitFor()
    assert.deepEqual(await accessibilityProblems(visitor), [])
    await picture(visitor, 'oauth-consent')
    await visitor.setViewportSize({ width: 320, height: 640 })
    assert.equal(await overflowPixels(visitor), 0)
    await picture(visitor, 'oauth-consent-narrow')
    await visitor.getByRole('button', { name: 'Allow' }).click()
    await visitor.waitForURL((url) => url.href.startsWith(back))
    tokens = await openid.authorizationCodeGrant(config, new URL(visitor.url()), {
      pkceCodeVerifier,
      expectedState,
      expectedNonce,
      idTokenExpected: true,
    })
    await visitor.context().close()
    assert.equal(tokens.expires_in > 800, true)
    const user = await openid.fetchUserInfo(config, tokens.access_token, tokens.claims().sub)
    assert.equal(user.email, settings.email)
    assert.equal(await get(tokens.access_token), 200)
  })

  it('refresh their tokens, each of which is good once', async () => {
    const spent = tokens
    tokens = await openid.refreshTokenGrant(config, spent.refresh_token)
    assert.notEqual(tokens.refresh_token, spent.refresh_token)
    assert.equal(await get(tokens.access_token), 200)
    assert.equal(await get(spent.access_token), 401)
  })

  it('give their tokens back', async () => {
    await openid.tokenRevocation(config, tokens.refresh_token)
    assert.equal(await get(tokens.access_token), 401)
    await assert.rejects(openid.refreshTokenGrant(config, tokens.refresh_token), {
      error: 'invalid_grant',
    })
  })

  it('are told when the reader denies, and lose all that she revokes', async () => {
    const parameters = {
      redirect_uri: back,
      scope: 'access_apis reports:view',
      code_challenge: await openid.calculatePKCECodeChallenge(openid.randomPKCECodeVerifier()),
      code_challenge_method: 'S256',
    }
    await page.goto(openid.buildAuthorizationUrl(config, parameters).href)
    await page.waitForURL((url) => url.href.startsWith(back))
    assert.equal(new URL(page.url()).searchParams.get('error'), 'invalid_scope')
    await page.goto('account/oauth')
    await settled(page)
    await page.getByRole('button', { name: 'Revoke Field reports' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Field reports')
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await page.getByText('No program acts for you').waitFor()
    const asked = openid.buildAuthorizationUrl(config, { ...parameters, scope: 'access_apis' })
    await page.goto(asked.href)
    await page.getByRole('button', { name: 'Deny' }).click()
    await page.waitForURL((url) => url.href.startsWith(back))
    assert.equal(new URL(page.url()).searchParams.get('error'), 'access_denied')
  })

  it('cannot have the reader sent where they did not say', async () => {
    const asked = openid.buildAuthorizationUrl(config, {
      redirect_uri: `${back}/elsewhere`,
      scope: 'access_apis',
      code_challenge: 'x'.repeat(43),
      code_challenge_method: 'S256',
    })
    // An address on this machine may have any port, but not any path.
    await page.goto(asked.href)
    await page.getByRole('heading', { name: 'This program cannot ask you' }).waitFor()
    await settled(page)
    assert.deepEqual(await accessibilityProblems(page), [])
    await picture(page, 'oauth-refused')
  })

  it('end with their maker’s word', async () => {
    await page.goto('account/oauth')
    await settled(page)
    await page.getByRole('button', { name: 'Delete Field reports' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('Field reports')
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
    await page.getByText('You have registered no application').waitFor()
    await picture(page, 'oauth-applications')
  })
})
