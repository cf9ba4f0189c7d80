// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useMutation } from 'urql'
import { graphql, readFragment, type FragmentOf, type ResultOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { measureKinds } from './measureKinds.ts'

export const MeasuresFragment = graphql(`
  fragment RecoveryMeasures on Project {
    recoveryMeasures {
      sequenceNumber
      appId
      kind
      appVersionMin
      appVersionMax
      commcareVersionMin
      commcareVersionMax
      note
    }
  }
`)

const RemoveMeasure = graphql(`
  mutation RemoveRecoveryMeasure($input: RemoveRecoveryMeasureInput!) {
    removeRecoveryMeasure(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Measure = ResultOf<typeof MeasuresFragment>['recoveryMeasures'][number]

type Props = { project: FragmentOf<typeof MeasuresFragment>; onChanged: () => void }

/** What phones do once when an app, or CommCare, broke on them. */
export function MeasuresPanel({ project: found, onChanged }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [{ fetching }, removeMeasure] = useMutation(RemoveMeasure)
  const { recoveryMeasures } = readFragment(MeasuresFragment, found)
  const remove = async ({ sequenceNumber }: Measure) => {
    const { data, error } = await removeMeasure({ input: { project, sequenceNumber } })
    const problems = problemsOf(t, error, data?.removeRecoveryMeasure.userErrors)
    showToast(problems?.[0]?.message ?? t('recoveryMeasures.removed'))
    onChanged()
  }
  const range = (
    key: 'recoveryMeasures.appVersions' | 'recoveryMeasures.commcareVersions',
    from: string | number | null,
    to: string | number | null,
  ) => (from !== null && to !== null ? t(key, { from: String(from), to: String(to) }) : '')
  const columns = [
    { id: 'app', header: t('updatePrompts.app'), cell: ({ appId }: Measure) => appId },
    {
      id: 'kind',
      header: t('recoveryMeasures.kind'),
      cell: ({ kind }: Measure) => t(measureKinds[kind]),
    },
    {
      id: 'versions',
      header: t('recoveryMeasures.versions'),
      cell: (measure: Measure) =>
        [
          range('recoveryMeasures.appVersions', measure.appVersionMin, measure.appVersionMax),
          range(
            'recoveryMeasures.commcareVersions',
            measure.commcareVersionMin,
            measure.commcareVersionMax,
          ),
        ]
          .filter(Boolean)
          .join(', '),
    },
    { id: 'note', header: t('recoveryMeasures.note'), cell: ({ note }: Measure) => note || '—' },
    ...(may('edit_apps')
      ? [
          {
            id: 'remove',
            header: t('recoveryMeasures.remove'),
            cell: (measure: Measure) => (
              <Button
                size="compact-sm"
                variant="subtle"
                disabled={fetching}
                aria-label={t('recoveryMeasures.removeNumber', { number: measure.sequenceNumber })}
                onClick={() => void remove(measure)}
              >
                {t('recoveryMeasures.remove')}
              </Button>
            ),
          },
        ]
      : []),
  ]
  return (
    <Panel
      flush
      title={t('recoveryMeasures.title')}
      aside={
        may('edit_apps') && (
          <Button
            component={Link}
            to={paths.newRecoveryMeasure(project)}
            size="xs"
            variant="default"
          >
            {t('addMeasure.title')}
          </Button>
        )
      }
    >
      <DataTable
        caption={t('recoveryMeasures.title')}
        columns={columns}
        rows={[...recoveryMeasures]}
        rowKey={({ sequenceNumber }) => String(sequenceNumber)}
        empty={
          <EmptyState
            title={t('recoveryMeasures.empty.title')}
            hint={t('recoveryMeasures.empty.hint')}
          />
        }
      />
    </Panel>
  )
}
