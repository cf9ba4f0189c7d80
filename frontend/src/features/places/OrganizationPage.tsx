// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Switch } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { FilterBar } from '../../ui/FilterBar.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { SearchField } from '../../ui/SearchField.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import { WorkbookMenu } from '../../ui/WorkbookMenu.tsx'
import { LevelsQuery, type Level } from './levels.ts'
import { LocationSearch } from './LocationSearch.tsx'
import { WholeTree } from './WholeTree.tsx'

/** The places of the organisation as a tree. */
export function OrganizationPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ data, error }, read] = useQuery({
    query: LevelsQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const levels = data?.project?.locationTypes
  const mayEdit = may('edit_locations')
  const hasLevels = (levels?.length ?? 0) > 0
  return (
    <Page
      title={t('organization.title')}
      purpose={t('organization.purpose')}
      actions={
        <>
          <Button component={Link} to={paths.levels(project)} variant="default">
            {t('levels.title')}
          </Button>
          {mayEdit && hasLevels && (
            <Button component={Link} to={paths.newLocation(project)}>
              {t('newLocation.title')}
            </Button>
          )}
          {mayEdit && <WorkbookMenu workbook="locations" />}
        </>
      }
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      {!error && !levels && <Skeleton h={220} />}
      {levels && !hasLevels && (
        <Panel>
          <EmptyState
            title={t('organization.noLevels.title')}
            hint={t('organization.noLevels.hint')}
            action={
              mayEdit && (
                <Button component={Link} to={paths.newLevel(project)}>
                  {t('newLevel.title')}
                </Button>
              )
            }
          />
        </Panel>
      )}
      {levels && hasLevels && <Organization levels={levels} />}
    </Page>
  )
}

function Organization({ levels }: { levels: readonly Level[] }) {
  const t = useT()
  const filters = useFilters()
  const search = filters.get('q')?.trim() ?? ''
  const archived = filters.get('archived') === 'yes'
  const parentLevels = new Set(levels.flatMap(({ parentCode }) => parentCode ?? []))
  return (
    <>
      <FilterBar active={search !== ''} onClear={() => filters.clear(['q'])}>
        <SearchField
          label={t('organization.search')}
          value={filters.get('q') ?? ''}
          onSearch={(text) => filters.set('q', text)}
        />
        <Switch
          pb={7}
          label={t('organization.showArchived')}
          checked={archived}
          onChange={(event) => filters.set('archived', event.currentTarget.checked ? 'yes' : null)}
        />
      </FilterBar>
      <Panel>
        {search ? (
          <LocationSearch search={search} archived={archived} parentLevels={parentLevels} />
        ) : (
          <WholeTree key={String(archived)} archived={archived} parentLevels={parentLevels} />
        )}
      </Panel>
    </>
  )
}
