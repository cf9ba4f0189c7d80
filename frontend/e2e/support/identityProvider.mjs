// SPDX-License-Identifier: Apache-2.0
import { createHash, createSign, generateKeyPairSync, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'

const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const encoded = (value) => Buffer.from(JSON.stringify(value)).toString('base64url')

function signed(claims) {
  const text = `${encoded({ alg: 'RS256', kid: 'one' })}.${encoded(claims)}`
  return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`
}

/** The identity provider of an organisation, which lets in whomever it is told to vouch for, without asking. */
export async function identityProvider() {
  const codes = new Map()
  const provider = { clientId: 'baraza', secret: 'a-secret-between-two', email: '', ended: 0 }
  const answers = {
    '/.well-known/openid-configuration': () => ({
      issuer: provider.issuer,
      authorization_endpoint: `${provider.issuer}/authorize`,
      token_endpoint: `${provider.issuer}/token`,
      jwks_uri: `${provider.issuer}/keys`,
      end_session_endpoint: `${provider.issuer}/end`,
      response_types_supported: ['code'],
      subject_types_supported: ['public'],
      id_token_signing_alg_values_supported: ['RS256'],
    }),
    '/keys': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one', use: 'sig' }] }),
    '/token': (form) => {
      const asked = codes.get(form.get('code'))
      const proof = createHash('sha256')
        .update(form.get('code_verifier') ?? '')
        .digest('base64url')
      if (asked?.get('code_challenge') !== proof) return { error: 'invalid_grant' }
      const now = Math.floor(Date.now() / 1000)
      return {
        access_token: 'of no use',
        token_type: 'Bearer',
        expires_in: 60,
        id_token: signed({
          iss: provider.issuer,
          aud: provider.clientId,
          sub: provider.email,
          iat: now,
          exp: now + 300,
          nonce: asked.get('nonce'),
          email: provider.email,
          email_verified: true,
          given_name: 'Asha',
          family_name: 'Mwangi',
        }),
      }
    },
  }
  const server = createServer(async (request, response) => {
    const url = new URL(request.url, provider.issuer)
    if (url.pathname === '/authorize') {
      const code = randomUUID()
      codes.set(code, url.searchParams)
      const back = new URL(url.searchParams.get('redirect_uri'))
      back.searchParams.set('code', code)
      back.searchParams.set('state', url.searchParams.get('state'))
      response.writeHead(302, { Location: back.href }).end()
      return
    }
    if (url.pathname === '/end') {
      provider.ended += 1
      response.writeHead(302, { Location: url.searchParams.get('post_logout_redirect_uri') }).end()
      return
    }
    let body = ''
    for await (const part of request) body += part
    const answer = answers[url.pathname]?.(new URLSearchParams(body))
    response
      .writeHead(answer ? (answer.error ? 400 : 200) : 404, { 'Content-Type': 'application/json' })
      .end(JSON.stringify(answer ?? {}))
  })
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  provider.issuer = `http://localhost:${server.address().port}`
  provider.close = () => server.close()
  return provider
}
