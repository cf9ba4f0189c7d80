// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { showToast } from '../../ui/toast/toasts.ts'
import { ArchiveLocation } from './ArchiveLocation.tsx'
import { DeleteLocation } from './DeleteLocation.tsx'

export const LocationActionsFragment = graphql(`
  fragment LocationActions on Location {
    locationId
    name
    archived
    parent {
      id
      locationId
    }
  }
`)

const Unarchive = graphql(`
  mutation UnarchiveLocation($input: ArchiveLocationInput!) {
    unarchiveLocation(input: $input) {
      location {
        id
        archived
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { location: FragmentOf<typeof LocationActionsFragment>; onChanged: () => void }

/** Everything that can be done with a location beside editing it. */
export function LocationActions({ location, onChanged }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const { locationId, name, archived, parent } = readFragment(LocationActionsFragment, location)
  const [asking, setAsking] = useState<'archive' | 'delete' | null>(null)
  const [{ fetching }, unarchive] = useMutation(Unarchive)
  const bringBack = async () => {
    const { data, error } = await unarchive({ input: { project, locationId } })
    const problems = problemsOf(t, error, data?.unarchiveLocation.userErrors)
    showToast(problems?.[0]?.message ?? t('location.unarchived', { name }))
    onChanged()
  }
  const close = () => setAsking(null)
  return (
    <>
      {archived ? (
        <Button loading={fetching} onClick={() => void bringBack()}>
          {t('location.unarchive')}
        </Button>
      ) : (
        <ActionMenu
          actions={[
            { label: t('newLocation.below'), to: paths.newLocation(project, locationId) },
            { label: t('moveLocation.action'), to: paths.moveLocation(project, locationId) },
            { label: t('mergeLocation.action'), to: paths.mergeLocation(project, locationId) },
            { label: t('location.archive'), onClick: () => setAsking('archive') },
            { label: t('location.delete'), onClick: () => setAsking('delete') },
          ]}
        />
      )}
      {asking === 'archive' && (
        <ArchiveLocation
          locationId={locationId}
          name={name}
          onClose={close}
          onArchived={() => {
            close()
            onChanged()
          }}
        />
      )}
      {asking === 'delete' && (
        <DeleteLocation
          locationId={locationId}
          name={name}
          parentId={parent?.locationId ?? null}
          onClose={close}
        />
      )}
    </>
  )
}
