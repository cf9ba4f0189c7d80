// SPDX-License-Identifier: Apache-2.0
import type { Audience } from './AudienceFields.tsx'

/** An audience as the server takes it. */
export const audienceInput = ({ percent, groups, locations }: Audience) => ({
  percent,
  groupIds: groups.map(({ value }) => value),
  locationIds: locations.map(({ value }) => value),
})

type Ids = { percent: number; groupIds: readonly string[]; locationIds: readonly string[] }

/** An audience of the server; names are looked up by whoever shows them. */
export const audienceOf = ({ percent, groupIds, locationIds }: Ids): Audience => ({
  percent,
  groups: groupIds.map((value) => ({ value, label: value, note: '' })),
  locations: locationIds.map((value) => ({ value, label: value, note: '' })),
})
