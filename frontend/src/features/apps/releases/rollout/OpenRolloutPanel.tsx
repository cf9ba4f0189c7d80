// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../../lib/project/ProjectContext.tsx'
import { FactList } from '../../../../ui/FactList.tsx'
import { problemsOf } from '../../../../ui/form/problemsOf.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { showToast } from '../../../../ui/toast/toasts.ts'
import { When } from '../../../../ui/When.tsx'
import { audienceOf } from './audience.ts'
import { RollBackTo } from './RollBackTo.tsx'
import { StepRollout, type OpenRollout, type RolloutApp } from './rolloutDocuments.ts'
import { RolloutState } from './RolloutState.tsx'
import { useAudienceNames } from './useAudienceNames.ts'
import { WidenRollout } from './WidenRollout.tsx'

type Props = {
  rollout: OpenRollout
  versions: RolloutApp['versions']['nodes']
  onChanged: () => void
}

const names = (list: { label: string }[]) => list.map(({ label }) => label).join(', ')

/** A version on its way: who gets it, how phones fare, and what can be done. */
export function OpenRolloutPanel({ rollout, versions, onChanged }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const [open, setOpen] = useState<'widen' | 'back' | null>(null)
  const [{ fetching }, step] = useMutation(StepRollout)
  const audience = useAudienceNames(audienceOf(rollout))
  const { number, state, health, errorLimit } = rollout
  const former = versions.find(({ buildId }) => buildId === rollout.formerBuildId)
  const take = async (next: 'PAUSE' | 'RESUME' | 'COMPLETE') => {
    const { data, error } = await step({
      input: { project, rolloutId: rollout.rolloutId, step: next },
    })
    const [problem] = problemsOf(t, error, data?.stepAppRollout.userErrors) ?? []
    showToast(problem?.message ?? t('rollout.changed'))
    onChanged()
  }
  const share = (troubled: number, phones: number) => t('rollout.troubled', { troubled, phones })
  return (
    <Panel title={t('rollout.of', { number })} aside={<RolloutState state={state} />} spaced>
      <Stack>
        {rollout.haltReason && (
          <Alert color="red" variant="outline" title={t('rollout.haltedBecause')}>
            {rollout.haltReason}
          </Alert>
        )}
        <FactList
          facts={[
            { label: t('rollout.percent'), value: `${rollout.percent} %` },
            { label: t('rollout.locations'), value: names(audience.locations) },
            { label: t('rollout.groups'), value: names(audience.groups) },
            {
              label: t('rollout.withVersion', { number }),
              value: share(health.troubled, health.phones),
            },
            {
              label: t('rollout.withOthers'),
              value: share(health.otherTroubled, health.otherPhones),
            },
            {
              label: t('rollout.limit'),
              value: errorLimit === null ? t('rollout.limit.none') : `${errorLimit} %`,
            },
            { label: t('rollout.began'), value: <When at={rollout.startedAt} /> },
          ]}
        />
        {may('edit_apps') && (
          <Group>
            {state === 'RUNNING' ? (
              <Button variant="default" loading={fetching} onClick={() => void take('PAUSE')}>
                {t('rollout.pause')}
              </Button>
            ) : (
              <Button loading={fetching} onClick={() => void take('RESUME')}>
                {t('rollout.resume')}
              </Button>
            )}
            <Button variant="default" onClick={() => setOpen('widen')}>
              {t('rollout.widen')}
            </Button>
            <Button variant="default" loading={fetching} onClick={() => void take('COMPLETE')}>
              {t('rollout.complete')}
            </Button>
            {former && (
              <Button color="red" variant="outline" onClick={() => setOpen('back')}>
                {t('rollout.back', { number: former.number })}
              </Button>
            )}
          </Group>
        )}
      </Stack>
      {open === 'widen' && (
        <WidenRollout
          rolloutId={rollout.rolloutId}
          audience={audience}
          onClose={() => setOpen(null)}
          onWidened={onChanged}
        />
      )}
      {open === 'back' && former && (
        <RollBackTo version={former} onClose={() => setOpen(null)} onDone={onChanged} />
      )}
    </Panel>
  )
}
