// SPDX-License-Identifier: Apache-2.0
// Answers as the server does, from memory, so that the screens can be seen without it.
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { dirname, extname, join, normalize } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildSchema, graphql, parse, subscribe } from 'graphql'
import { receive, root } from './mock-resolvers.mjs'

const here = dirname(fileURLToPath(import.meta.url))
const app = join(here, '../../target/classes/static/app')
const schema = buildSchema(readFileSync(join(here, '../../src/generated/schema.graphql'), 'utf8'))
const types = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
}
const token = 'b6c1e8d2'
const user = {
  userId: 'admin',
  username: 'admin@example.org',
  firstName: 'Ruth',
  lastName: 'Njeri',
}

async function bodyOf(request) {
  let body = ''
  for await (const chunk of request) body += chunk
  return body
}

function send(response, status, body, headers = {}) {
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Set-Cookie': `XSRF-TOKEN=${token}; Path=/`,
    ...headers,
  })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}

const problem = (status, title, more) => ({ type: 'about:blank', title, status, ...more })

async function session(request, response) {
  if (request.method === 'GET') {
    return signedIn(request)
      ? send(response, 200, user)
      : send(response, 401, problem(401, 'Not signed in'))
  }
  if (request.headers['x-xsrf-token'] !== token)
    return send(response, 403, problem(403, 'Forbidden'))
  const cookies = [`XSRF-TOKEN=${token}; Path=/`]
  if (request.method === 'DELETE')
    return send(response, 204, undefined, { 'Set-Cookie': [...cookies, 'SID=; Path=/; Max-Age=0'] })
  const { password } = JSON.parse(await bodyOf(request))
  if (password !== process.env.BARAZA_ADMIN_PASSWORD)
    return send(response, 401, problem(401, 'Wrong credentials', { code: 'WRONG_CREDENTIALS' }))
  return send(response, 200, user, { 'Set-Cookie': [...cookies, 'SID=1; Path=/; HttpOnly'] })
}

const signedIn = (request) => /\bSID=1\b/.test(request.headers.cookie ?? '')

async function answer(request, response) {
  if (request.headers['x-xsrf-token'] !== token)
    return send(response, 403, problem(403, 'Forbidden'))
  if (!signedIn(request)) return send(response, 401, problem(401, 'Not signed in'))
  const { query, variables, operationName } = JSON.parse(await bodyOf(request))
  if (!request.headers.accept?.startsWith('text/event-stream')) {
    return send(
      response,
      200,
      await graphql({
        schema,
        source: query,
        rootValue: root,
        variableValues: variables,
        operationName,
      }),
    )
  }
  response.writeHead(200, { 'Content-Type': 'text/event-stream' })
  response.flushHeaders()
  const events = await subscribe({
    schema,
    document: parse(query),
    rootValue: root,
    variableValues: variables,
  })
  response.on('close', () => void events.return?.())
  for await (const event of events)
    response.write(`event: next\ndata: ${JSON.stringify(event)}\n\n`)
}

function file(path, response) {
  const inside = normalize(path.slice('/app/'.length))
  const asked = join(app, inside)
  const found = extname(asked) && existsSync(asked) ? asked : join(app, 'index.html')
  response.writeHead(200, { 'Content-Type': types[extname(found)] ?? 'application/octet-stream' })
  response.end(readFileSync(found))
}

export function startMockServer() {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://mock')
    const handled =
      pathname === '/session'
        ? session(request, response)
        : pathname === '/graphql'
          ? answer(request, response)
          : pathname === '/a/demo/receiver/'
            ? bodyOf(request).then((body) => {
                receive(body)
                response.writeHead(201)
                response.end('<OpenRosaResponse/>')
              })
            : pathname.startsWith('/app/')
              ? file(pathname, response)
              : response.writeHead(302, { Location: '/app/' }).end()
    Promise.resolve(handled).catch((error) => {
      console.error(error)
      if (!response.headersSent) send(response, 500, problem(500, String(error)))
    })
  })
  return new Promise((resolve) => {
    server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => resolve(server))
  })
}
