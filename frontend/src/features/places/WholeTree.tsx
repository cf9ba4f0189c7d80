// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { LocationBranch } from './LocationBranch.tsx'
import { LocationTree } from './LocationTree.tsx'

const AnyLocationQuery = graphql(`
  query AnyLocation($project: String!, $archived: Boolean) {
    project(name: $project) {
      id
      locations(first: 1, filter: { parentId: "", archived: $archived }) {
        nodes {
          id
        }
      }
    }
  }
`)

type Props = { archived: boolean; parentLevels: ReadonlySet<string> }

/** The tree from its roots, read branch by branch. */
export function WholeTree({ archived, parentLevels }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ data }] = useQuery({
    query: AnyLocationQuery,
    variables: { project, archived: archived ? null : false },
    requestPolicy: 'cache-and-network',
  })
  if (!data) return <Skeleton h={18} w={220} my={9} />
  if (data.project?.locations.nodes.length === 0) {
    return (
      <EmptyState
        title={t('organization.empty.title')}
        hint={t('organization.empty.hint')}
        action={
          may('edit_locations') && (
            <Button component={Link} to={paths.newLocation(project)}>
              {t('newLocation.title')}
            </Button>
          )
        }
      />
    )
  }
  return (
    <LocationTree archived={archived} parentLevels={parentLevels}>
      <LocationBranch parentId="" />
    </LocationTree>
  )
}
