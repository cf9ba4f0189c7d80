// SPDX-License-Identifier: Apache-2.0

export function csrfToken(): string {
  const cookie = document.cookie.split('; ').find((part) => part.startsWith('XSRF-TOKEN='))
  return cookie ? decodeURIComponent(cookie.slice('XSRF-TOKEN='.length)) : ''
}

/** `fetch` with the session cookie and the token that proves that the call comes from this page. */
export function csrfFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const headers = new Headers(init.headers)
  headers.set('X-XSRF-TOKEN', csrfToken())
  return fetch(input, { ...init, headers, credentials: 'same-origin' })
}
