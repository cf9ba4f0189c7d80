// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import type { DataSetup } from './workerValues.ts'

/** What the project asks of its workers, for every form about one. */
export const DataSetupFragment = graphql(`
  fragment DataSetup on Project {
    id
    userDataFields {
      slug
      label
      required
      choices
      regex
      regexMessage
    }
    userDataProfiles {
      profileId
      name
      fields
    }
  }
`)

export function dataSetupOf(project: FragmentOf<typeof DataSetupFragment>): DataSetup {
  const { userDataFields, userDataProfiles } = readFragment(DataSetupFragment, project)
  return { fields: userDataFields, profiles: userDataProfiles }
}
