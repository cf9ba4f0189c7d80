// SPDX-License-Identifier: Apache-2.0
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { objectOf, pairsOf, type Pair } from '../../lib/text/pairs.ts'

export const LocationValuesFragment = graphql(`
  fragment LocationValues on Location {
    name
    siteCode
    externalId
    metadata
    latitude
    longitude
  }
`)

/** A location while somebody writes it. */
export type LocationValues = {
  name: string
  siteCode: string
  externalId: string
  latitude: string
  longitude: string
  metadata: Pair[]
}

export const newLocation: LocationValues = {
  name: '',
  siteCode: '',
  externalId: '',
  latitude: '',
  longitude: '',
  metadata: [],
}

export function valuesOf(found: ResultOf<typeof LocationValuesFragment>): LocationValues {
  return {
    name: found.name,
    siteCode: found.siteCode,
    externalId: found.externalId ?? '',
    latitude: shortDegrees(found.latitude),
    longitude: shortDegrees(found.longitude),
    metadata: pairsOf(found.metadata),
  }
}

/** The API gives ten digits, also where they say nothing. */
export function shortDegrees(degrees: string | null): string {
  return degrees?.replace(/(\.\d*?)0+$/, '$1').replace(/\.$/, '') ?? ''
}

/** What the API is told. */
export function inputOf(values: LocationValues) {
  return {
    name: values.name.trim(),
    siteCode: values.siteCode.trim(),
    externalId: values.externalId.trim(),
    latitude: decimal(values.latitude),
    longitude: decimal(values.longitude),
    metadata: objectOf(values.metadata),
  }
}

/** In half of the world's languages the decimal sign is a comma. */
function decimal(degrees: string): string {
  return degrees.trim().replace(',', '.')
}
