// SPDX-License-Identifier: Apache-2.0
import assert from 'node:assert/strict'
import { createServer } from 'node:http'

/** Another system: it hears everything and answers as it is told. */
export async function newSink() {
  const heard = []
  const sink = { heard, status: 200 }
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const part of request) body += part
    heard.push({ method: request.method, url: request.url, headers: request.headers, body })
    response.writeHead(sink.status, { 'Content-Type': 'application/json' })
    response.end(sink.status === 204 ? undefined : JSON.stringify({ heard: heard.length }))
  })
  await new Promise((resolve) => server.listen(0, 'localhost', resolve))
  sink.url = `http://localhost:${server.address().port}/inbox`
  sink.close = () => server.close()
  /** The first so many of what fits, as soon as they are there. */
  sink.await = async (count, fits = () => true) => {
    for (let tries = 0; tries < 150; tries += 1) {
      const found = heard.filter(fits)
      if (found.length >= count) return found
      await new Promise((later) => setTimeout(later, 100))
    }
    return assert.fail(`${count} expected, heard ${JSON.stringify(heard.map(({ url }) => url))}`)
  }
  return sink
}
