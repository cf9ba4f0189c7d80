// SPDX-License-Identifier: Apache-2.0
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'

const UpdateRestoreSettings = graphql(`
  mutation UpdateRestoreSettings($input: UpdateRestoreSettingsInput!) {
    updateRestoreSettings(input: $input) {
      restoreSettings {
        locationFixtures
        tracksStock
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const SetUserCases = graphql(`
  mutation SetUserCases($input: SetUserCasesInput!) {
    setUserCases(input: $input) {
      enabled
      userErrors {
        message
        field
      }
    }
  }
`)

export type PhoneData = {
  locationFixtures: ReturnType<typeof graphql.scalar<'LocationFixtures'>>
  tracksStock: boolean
  userCases: boolean
}

/** Saves what was changed; answers what went wrong. */
export function useSavePhoneData() {
  const t = useT()
  const { name: project } = useProject()
  const [, updateRestoreSettings] = useMutation(UpdateRestoreSettings)
  const [, setUserCases] = useMutation(SetUserCases)
  return async (
    { locationFixtures, tracksStock, userCases }: PhoneData,
    isChanged: (name: keyof PhoneData) => boolean,
  ): Promise<Problem[] | undefined> => {
    if (isChanged('locationFixtures') || isChanged('tracksStock')) {
      const { data, error } = await updateRestoreSettings({
        input: {
          project,
          ...(isChanged('locationFixtures') && { locationFixtures }),
          ...(isChanged('tracksStock') && { tracksStock }),
        },
      })
      const problems = problemsOf(t, error, data?.updateRestoreSettings.userErrors)
      if (problems) return problems
    }
    if (isChanged('userCases')) {
      const { data, error } = await setUserCases({ input: { project, enabled: userCases } })
      return problemsOf(t, error, data?.setUserCases.userErrors)
    }
    return undefined
  }
}
