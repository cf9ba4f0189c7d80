// SPDX-License-Identifier: Apache-2.0
import { Alert, Button } from '@mantine/core'
import { Link, useParams } from 'react-router'
import { useQuery } from 'urql'
import { graphql, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { AddressTabs } from '../../ui/AddressTabs.tsx'
import { NotFoundPage } from '../../ui/page/NotFoundPage.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { PageSkeleton } from '../../ui/page/PageSkeleton.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { Status } from '../../ui/Status.tsx'
import { ChildrenTab } from './ChildrenTab.tsx'
import { LocationActions, LocationActionsFragment } from './LocationActions.tsx'
import { LocationFacts, LocationFactsFragment } from './LocationFacts.tsx'
import { LocationPath } from './LocationPath.tsx'
import { WorkersTab } from './WorkersTab.tsx'

const LocationQuery = graphql(
  `
    query Location($project: String!, $locationId: String!) {
      project(name: $project) {
        id
        location(locationId: $locationId) {
          id
          locationId
          name
          archived
          ancestors {
            id
            locationId
            name
          }
          children(first: 1) {
            totalCount
          }
          workers(first: 1) {
            totalCount
          }
          ...LocationFacts
          ...LocationActions
        }
      }
    }
  `,
  [LocationFactsFragment, LocationActionsFragment],
)

export function LocationPage() {
  const { locationId = '' } = useParams()
  return <LocationPageOf key={locationId} locationId={locationId} />
}

function LocationPageOf({ locationId }: { locationId: string }) {
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({
    query: LocationQuery,
    variables: { project, locationId },
    requestPolicy: 'cache-and-network',
  })
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const location = data?.project?.location
  if (location) return <LoadedLocation location={location} onChanged={readAgain} />
  if (error) return <QueryError error={error} onRetry={readAgain} />
  if (data) return <NotFoundPage what="location" back={paths.organization(project)} />
  return <PageSkeleton />
}

type Found = NonNullable<NonNullable<ResultOf<typeof LocationQuery>['project']>['location']>

function LoadedLocation({ location, onChanged }: { location: Found; onChanged: () => void }) {
  const t = useT()
  const { name: project, may } = useProject()
  const { locationId, name, archived, ancestors, workers, children } = location
  return (
    <Page
      title={name}
      parent={<LocationPath ancestors={ancestors} />}
      beside={archived ? <Status tone="quiet" label={t('location.archived')} /> : undefined}
      actions={
        may('edit_locations') && (
          <>
            {!archived && (
              <Button component={Link} to={paths.editLocation(project, locationId)}>
                {t('location.edit')}
              </Button>
            )}
            <LocationActions location={location} onChanged={onChanged} />
          </>
        )
      }
    >
      {archived && (
        <Alert variant="outline" color="gray" title={t('location.archived.title')}>
          {t('location.archived.text')}
        </Alert>
      )}
      <LocationFacts location={location} />
      <AddressTabs
        label={t('location.tabs')}
        tabs={[
          {
            id: 'workers',
            label: t('location.tab.workers', { count: workers.totalCount }),
            content: () => (
              <WorkersTab
                locationId={locationId}
                name={name}
                open={!archived}
                onChanged={onChanged}
              />
            ),
          },
          {
            id: 'below',
            label: t('location.tab.below', { count: children.totalCount }),
            content: () => <ChildrenTab locationId={locationId} open={!archived} />,
          },
        ]}
      />
    </Page>
  )
}
