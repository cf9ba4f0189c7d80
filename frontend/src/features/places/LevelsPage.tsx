// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { levelsInOrder, LevelsQuery, type Level } from './levels.ts'

type Row = { level: Level; depth: number }

/** The levels of the organisation, from the top down. */
export function LevelsPage() {
  const t = useT()
  const { name: project, may } = useProject()
  const mayEdit = may('edit_locations')
  const [{ data, error, fetching }, read] = useQuery({
    query: LevelsQuery,
    variables: { project },
    requestPolicy: 'cache-and-network',
  })
  const levels = data?.project?.locationTypes
  const nameOf = (code: string | null) => levels?.find((level) => level.code === code)?.name ?? '—'
  const yes = (value: boolean) => t(value ? 'answer.yes' : 'answer.no')
  const create = mayEdit && (
    <Button component={Link} to={paths.newLevel(project)}>
      {t('newLevel.title')}
    </Button>
  )
  const columns = [
    {
      id: 'name',
      header: t('level.name'),
      cell: ({ level: { code, name }, depth }: Row) => (
        <span style={{ paddingInlineStart: depth * 18 }}>
          {mayEdit ? (
            <TextLink to={paths.level(project, code)} fw={500}>
              {name}
            </TextLink>
          ) : (
            name
          )}
        </span>
      ),
    },
    { id: 'code', header: t('level.code'), cell: ({ level: { code } }: Row) => code },
    {
      id: 'parent',
      header: t('level.parent'),
      cell: ({ level: { parentCode } }: Row) => nameOf(parentCode),
    },
    {
      id: 'owns',
      header: t('level.sharesCases'),
      cell: ({ level: { sharesCases } }: Row) => yes(sharesCases),
    },
    {
      id: 'descendants',
      header: t('level.viewDescendants'),
      cell: ({ level: { viewDescendants } }: Row) => yes(viewDescendants),
    },
    {
      id: 'stock',
      header: t('level.tracksStock'),
      cell: ({ level: { administrative } }: Row) => yes(!administrative),
    },
  ]
  return (
    <Page
      title={t('levels.title')}
      purpose={t('levels.purpose')}
      parent={<TextLink to={paths.organization(project)}>{t('organization.title')}</TextLink>}
      actions={create}
    >
      {error && <QueryError error={error} onRetry={() => read()} />}
      {(levels || !error) && (
        <Panel flush>
          <DataTable
            caption={t('levels.title')}
            columns={columns}
            rows={levels && levelsInOrder(levels)}
            rowKey={({ level }) => level.code}
            {...(mayEdit && { rowHref: ({ level }: Row) => paths.level(project, level.code) })}
            busy={fetching && levels !== undefined}
            empty={
              <EmptyState
                title={t('organization.noLevels.title')}
                hint={t('organization.noLevels.hint')}
                action={create}
              />
            }
          />
        </Panel>
      )}
    </Page>
  )
}
