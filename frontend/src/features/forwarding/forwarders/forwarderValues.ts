// SPDX-License-Identifier: Apache-2.0
import type { graphql } from '../../../lib/graphql/graphql.ts'
import type { ForwarderNow } from './forwarderQuery.ts'

export type Method = ReturnType<typeof graphql.scalar<'ForwardingMethod'>>

export type ForwarderValues = {
  connectionId: string
  name: string
  method: Method
  format: string
  /** How what is sent is made, for formats that are told. */
  script: string
  includeAppId: boolean
  excludedUserIds: string[]
  xmlnses: string
  caseTypes: string
  retryAllErrors: boolean
  backOffCodes: string
  snapshot: boolean
  concurrency: number
  /** 0 for no limit. */
  requestsPerSecond: number
}

export const usualForwarder: ForwarderValues = {
  connectionId: '',
  name: '',
  method: 'POST',
  format: '',
  script: '',
  includeAppId: true,
  excludedUserIds: [],
  xmlnses: '',
  caseTypes: '',
  retryAllErrors: false,
  backOffCodes: '502, 503, 504',
  snapshot: false,
  concurrency: 16,
  requestsPerSecond: 0,
}

/** Stand in a field with commas, blanks or lines between them. */
export const wordsIn = (text: string) => [...new Set(text.split(/[\s,]+/).filter(Boolean))]

export function valuesOf(forwarder: ForwarderNow): ForwarderValues {
  const { connection, xmlnses, caseTypes, requestsPerSecond } = forwarder
  const { name, method, format, script, includeAppId, retryAllErrors, snapshot, concurrency } =
    forwarder
  return {
    connectionId: connection.id,
    name,
    method,
    format,
    script,
    includeAppId,
    excludedUserIds: [...forwarder.excludedUserIds],
    xmlnses: xmlnses.join('\n'),
    caseTypes: caseTypes.join('\n'),
    retryAllErrors,
    backOffCodes: forwarder.backOffCodes.join(', '),
    snapshot,
    concurrency,
    requestsPerSecond: requestsPerSecond ?? 0,
  }
}

/** What is sent when the form is saved. */
export function inputOf({ xmlnses, caseTypes, backOffCodes, ...values }: ForwarderValues) {
  return {
    ...values,
    name: values.name.trim(),
    xmlnses: wordsIn(xmlnses),
    caseTypes: wordsIn(caseTypes),
    backOffCodes: wordsIn(backOffCodes).map(Number),
  }
}
