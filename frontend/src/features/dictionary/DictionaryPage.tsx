// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { ActionMenu } from '../../ui/ActionMenu.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import { useFilters } from '../../ui/table/useFilters.ts'
import classes from './Dictionary.module.css'
import { TypesQuery } from './dictionaryQuery.ts'
import { NewType } from './NewType.tsx'
import { TypeList } from './TypeList.tsx'
import { TypePanel } from './TypePanel.tsx'
import { UploadDictionary } from './UploadDictionary.tsx'

/** What the project says of its types of cases, and of the properties that they have. */
export function DictionaryPage() {
  const { may } = useProject()
  const t = useT()
  if (may('view_data_dict') || may('edit_data_dict')) return <Dictionary />
  return (
    <Page title={t('dictionary.title')} purpose={t('dictionary.purpose')}>
      <Panel>
        <EmptyState title={t('error.forbidden.title')} hint={t('error.forbidden.text')} />
      </Panel>
    </Page>
  )
}

function Dictionary() {
  const t = useT()
  const { name: project, may } = useProject()
  const filters = useFilters()
  const [open, setOpen] = useState<'new' | 'upload' | null>(null)
  const deprecated = filters.get('deprecated') === 'yes'
  const after = filters.get('from')
  const [{ data, error, fetching }, read] = useQuery({
    query: TypesQuery,
    variables: { project, after, deprecated },
    requestPolicy: 'cache-and-network',
  })
  const mayEdit = may('edit_data_dict')
  const page = data?.project?.dictionaryTypes
  const types = page?.nodes ?? []
  const chosen = filters.get('type') ?? types[0]?.name
  const readAgain = () => read({ requestPolicy: 'network-only' })
  const download = `/a/${encodeURIComponent(project)}/data_dictionary/export/`
  return (
    <Page
      title={t('dictionary.title')}
      purpose={t('dictionary.purpose')}
      actions={
        <>
          {mayEdit && <Button onClick={() => setOpen('new')}>{t('dictionary.new')}</Button>}
          <ActionMenu
            actions={[
              {
                label: t('workbook.download'),
                onClick: () => globalThis.location.assign(download),
              },
              ...(mayEdit
                ? [{ label: t('workbook.upload'), onClick: () => setOpen('upload') }]
                : []),
            ]}
          />
        </>
      }
    >
      {error && <QueryError error={error} onRetry={readAgain} />}
      <div className={classes['page']}>
        <TypeList
          types={types}
          chosen={chosen}
          deprecated={deprecated}
          waiting={fetching && !data}
          next={page?.pageInfo.hasNextPage ? (page.pageInfo.endCursor ?? null) : null}
        />
        {chosen ? (
          <TypePanel key={chosen} name={chosen} deprecated={deprecated} onTypes={readAgain} />
        ) : (
          data && (
            <Panel>
              <EmptyState title={t('dictionary.empty.title')} hint={t('dictionary.empty.hint')} />
            </Panel>
          )
        )}
      </div>
      {open === 'new' && (
        <NewType
          onClose={() => setOpen(null)}
          onDone={(name) => {
            setOpen(null)
            readAgain()
            filters.set('type', name)
          }}
        />
      )}
      {open === 'upload' && <UploadDictionary onClose={() => setOpen(null)} onDone={readAgain} />}
    </Page>
  )
}
