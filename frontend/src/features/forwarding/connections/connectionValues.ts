// SPDX-License-Identifier: Apache-2.0
import { needsOf, type AuthType } from './authTypes.ts'
import type { ConnectionNow } from './connectionQuery.ts'

/** A header; `kept` where the server has a value that stays until another is typed. */
export type HeaderValues = { key: string; name: string; value: string; kept: boolean }

export type ConnectionValues = {
  name: string
  notifyAddresses: string
  notifyAfter: number
  url: string
  type: AuthType
  username: string
  password: string
  clientId: string
  clientSecret: string
  tokenUrl: string
  refreshUrl: string
  credentialsInHeader: boolean
  skipCertVerify: boolean
  headers: HeaderValues[]
}

export const emptyConnection: ConnectionValues = {
  name: '',
  notifyAddresses: '',
  notifyAfter: 1,
  url: '',
  type: 'NONE',
  username: '',
  password: '',
  clientId: '',
  clientSecret: '',
  tokenUrl: '',
  refreshUrl: '',
  credentialsInHeader: false,
  skipCertVerify: false,
  headers: [],
}

export const newHeader = (name = '', kept = false): HeaderValues => ({
  key: crypto.randomUUID(),
  name,
  value: '',
  kept,
})

export function valuesOf(connection: ConnectionNow): ConnectionValues {
  const { name, url, notifyAddresses, notifyAfter, auth, skipCertVerify, headerNames } = connection
  const { type, username, clientId, tokenUrl, refreshUrl, credentialsInHeader } = auth
  return {
    ...emptyConnection,
    name,
    url,
    notifyAddresses: notifyAddresses.join(', '),
    notifyAfter,
    type,
    username,
    clientId,
    tokenUrl,
    refreshUrl,
    credentialsInHeader,
    skipCertVerify,
    headers: headerNames.map((header) => newHeader(header, true)),
  }
}

/** Addresses stand with commas or blanks between them. */
export const addressesIn = (text: string) => text.split(/[\s,;]+/).filter(Boolean)

/**
 * What is sent when the form is saved. Secrets that nobody typed are left out and stay; those that the auth type does not
 * need are emptied.
 */
export function inputOf(values: ConnectionValues) {
  const needs = needsOf[values.type]
  const password = secretOf(needs.password, values.password)
  const clientSecret = secretOf(needs.client, values.clientSecret)
  return {
    name: values.name.trim(),
    url: values.url.trim(),
    notifyAddresses: addressesIn(values.notifyAddresses),
    notifyAfter: values.notifyAfter,
    auth: {
      type: values.type,
      username: needs.username ? values.username.trim() : '',
      ...(password !== undefined && { password }),
      clientId: needs.client ? values.clientId.trim() : '',
      ...(clientSecret !== undefined && { clientSecret }),
      tokenUrl: needs.token ? values.tokenUrl.trim() : '',
      refreshUrl: needs.token ? values.refreshUrl.trim() : '',
      credentialsInHeader: needs.token && values.credentialsInHeader,
    },
    headers: values.headers
      .filter(({ name }) => name.trim())
      .map(({ name, value, kept }) => ({
        name: name.trim(),
        ...((value !== '' || !kept) && { value }),
      })),
    skipCertVerify: values.skipCertVerify,
  }
}

function secretOf(needed: boolean, typed: string): string | undefined {
  if (!needed) return ''
  return typed === '' ? undefined : typed
}

/** Whether saving would lead the connection to another server, or elsewhere for tokens: secrets do not follow. */
export function leadsElsewhere(before: ConnectionNow, values: ConnectionValues): boolean {
  const needsTokens = needsOf[values.type].token
  return (
    isElsewhere(before.url, values.url) ||
    (needsTokens && isElsewhere(before.auth.tokenUrl, values.tokenUrl)) ||
    (needsTokens && isElsewhere(before.auth.refreshUrl, values.refreshUrl))
  )
}

function isElsewhere(before: string, after: string): boolean {
  return after.trim() !== '' && placeOf(before) !== placeOf(after.trim())
}

const placeOf = (url: string) => (URL.canParse(url) ? new URL(url).origin : url)
