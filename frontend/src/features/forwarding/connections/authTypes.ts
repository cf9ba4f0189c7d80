// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../../lib/graphql/graphql.ts'
import type { MessageKey } from '../../../lib/i18n/languages.ts'

export type AuthType = ReturnType<typeof graphql.scalar<'ForwardingAuthType'>>

/** The ways in which requests prove who sends them, with the names that CommCare HQ gives them. */
export const authTypes: Record<AuthType, MessageKey> = {
  NONE: 'connection.auth.none',
  BASIC: 'connection.auth.basic',
  DIGEST: 'connection.auth.digest',
  BEARER: 'connection.auth.bearer',
  OAUTH1: 'connection.auth.oauth1',
  OAUTH2_PWD: 'connection.auth.oauth2Password',
  OAUTH2_CLIENT: 'connection.auth.oauth2Client',
  API_KEY: 'connection.auth.apiKey',
}

type Needs = { username: boolean; password: boolean; client: boolean; token: boolean }

const nothing: Needs = { username: false, password: false, client: false, token: false }
const named: Needs = { ...nothing, username: true, password: true }

/** Which fields an auth type needs. */
export const needsOf: Record<AuthType, Needs> = {
  NONE: nothing,
  BASIC: named,
  DIGEST: named,
  BEARER: named,
  OAUTH1: { ...nothing, client: true },
  OAUTH2_PWD: { ...named, client: true, token: true },
  OAUTH2_CLIENT: { ...nothing, client: true, token: true },
  API_KEY: { ...nothing, password: true },
}

/** API auth presets: where servers of a kind give tokens, below their root. */
export const presets = {
  dhis2: { label: 'DHIS2 OAuth 2.0', path: '/uaa/oauth/token', credentialsInHeader: true },
  moveit: { label: 'MOVEit Automation', path: '/api/v1/token', credentialsInHeader: false },
} as const

export type PresetName = keyof typeof presets

/** Where the server of an address gives tokens; nothing while the address is none. */
export function tokenUrlOf(url: string, preset: PresetName): string {
  return URL.canParse(url) ? new URL(presets[preset].path, url).href : ''
}

/** The preset by which the token URL was made, if one was. */
export function presetOf(url: string, tokenUrl: string): PresetName | 'custom' {
  const names = Object.keys(presets) as PresetName[]
  return names.find((name) => tokenUrl !== '' && tokenUrlOf(url, name) === tokenUrl) ?? 'custom'
}
