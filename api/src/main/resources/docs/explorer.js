// SPDX-License-Identifier: Apache-2.0
'use strict'

const field = (id) => document.getElementById(id)

function token() {
  const cookie = document.cookie.split('; ').find((one) => one.startsWith('XSRF-TOKEN='))
  return cookie === undefined ? '' : decodeURIComponent(cookie.slice('XSRF-TOKEN='.length))
}

async function run() {
  let variables
  try {
    variables = JSON.parse(field('variables').value.trim() || '{}')
  } catch (wrong) {
    field('answer').textContent = `The variables are no JSON: ${wrong.message}`
    return
  }
  field('answer').textContent = '…'
  try {
    const answer = await fetch('/graphql', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'X-XSRF-TOKEN': token() },
      body: JSON.stringify({ query: field('document').value, variables }),
    })
    const text = await answer.text()
    field('answer').textContent = pretty(text) || `${answer.status}`
  } catch (away) {
    field('answer').textContent = `The server does not answer: ${away.message}`
  }
}

function pretty(text) {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

field('ask').addEventListener('submit', (event) => {
  event.preventDefault()
  run()
})
field('ask').addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault()
    run()
  }
})
