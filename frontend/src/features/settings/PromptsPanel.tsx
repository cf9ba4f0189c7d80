// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { When } from '../../ui/When.tsx'
import { prompts, type Prompt } from './prompts.ts'
import { useApps } from './useApps.ts'

export const PromptsFragment = graphql(`
  fragment UpdatePrompts on Project {
    appUpdatePrompts {
      appId
      commcarePrompt
      commcareVersion
      appPrompt
      appVersion
      changedOn
    }
  }
`)

type Row = ResultOf<typeof PromptsFragment>['appUpdatePrompts'][number]

/** What the phones of each app are told. */
export function PromptsPanel({ project }: { project: FragmentOf<typeof PromptsFragment> }) {
  const t = useT()
  const { appUpdatePrompts } = readFragment(PromptsFragment, project)
  const { apps } = useApps()
  const names = new Map(apps.map(({ appId, name }) => [appId, name]))
  const say = (prompt: Prompt, version: string | number | null) => {
    const word = t(prompts[prompt])
    if (prompt === 'OFF') return word
    return version === null
      ? t('updatePrompts.newest', { prompt: word })
      : t('updatePrompts.version', { prompt: word, version: String(version) })
  }
  const columns = [
    {
      id: 'app',
      header: t('updatePrompts.app'),
      cell: ({ appId }: Row) => names.get(appId) ?? appId,
    },
    {
      id: 'appPrompt',
      header: t('updatePrompts.appPrompt'),
      cell: ({ appPrompt, appVersion }: Row) => say(appPrompt, appVersion),
    },
    {
      id: 'commcare',
      header: t('updatePrompts.commcarePrompt'),
      cell: ({ commcarePrompt, commcareVersion }: Row) => say(commcarePrompt, commcareVersion),
    },
    {
      id: 'changed',
      header: t('updatePrompts.changed'),
      cell: ({ changedOn }: Row) => <When at={changedOn} />,
    },
  ]
  return (
    <Panel flush title={t('updatePrompts.title')}>
      <DataTable
        caption={t('updatePrompts.title')}
        columns={columns}
        rows={[...appUpdatePrompts]}
        rowKey={({ appId }) => appId}
        empty={
          <EmptyState title={t('updatePrompts.empty.title')} hint={t('updatePrompts.empty.hint')} />
        }
      />
    </Panel>
  )
}
