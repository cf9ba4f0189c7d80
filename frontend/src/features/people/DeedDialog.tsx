// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { ChosenList, type Chosen } from '../../ui/ChosenList.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { GroupChoices } from '../../ui/GroupChoices.tsx'
import { LocationChoices } from '../../ui/LocationChoices.tsx'
import { useBulkAction } from '../../ui/job/useBulkAction.ts'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import { deeds, type Deed, type DeedName, type selectionOf } from './deeds.ts'

type Props = {
  name: DeedName
  selection: ReturnType<typeof selectionOf>
  count: number
  onClose: () => void
  onStarted: (jobId: string) => void
}

/** What a deed needs beside the workers. */
type More = { groupId?: string; locationId?: string; onlyLocation?: boolean }

/** Says what will be done to how many, asks for what is missing, and starts it. */
export function DeedDialog(props: Props) {
  const { name, selection, count, onClose, onStarted } = props
  const t = useT()
  const deed: Deed = deeds[name]
  const act = useBulkAction(onStarted)
  const start = (more: More = {}) => act({ action: deed.action, ...selection, ...more })
  if (name !== 'delete') return <Question {...props} deed={deed} start={start} />
  return (
    <TypedConfirm
      title={t(deed.title, { count })}
      text={t(deed.text)}
      name={String(count)}
      confirmLabel={t(deed.label)}
      onClose={onClose}
      onConfirm={() => start()}
    />
  )
}

type QuestionProps = Props & {
  deed: Deed
  start: (more: More) => Promise<Problem[] | undefined>
}

function Question({ deed, count, start, onClose }: QuestionProps) {
  const t = useT()
  const [chosen, setChosen] = useState<Chosen | null>(null)
  const [only, setOnly] = useState(false)
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const { needs } = deed
  const submit = async () => {
    setBusy(true)
    const problems = await start({
      ...(needs === 'group' && chosen && { groupId: chosen.value }),
      ...(needs === 'location' && chosen && { locationId: chosen.value, onlyLocation: only }),
    })
    setBusy(false)
    setProblem(problems?.map(({ message }) => message).join(' ') ?? null)
  }
  const choose = (value: string, label: string, note: string) => setChosen({ value, label, note })
  const searchLabel = t(needs === 'group' ? 'deed.whichGroup' : 'deed.whichLocation')
  return (
    <Dialog title={t(deed.title, { count })} onClose={onClose}>
      <Stack>
        {problem && (
          <Alert role="alert" color="red" variant="outline">
            {problem}
          </Alert>
        )}
        <Text>{t(deed.text)}</Text>
        {needs === 'group' && !chosen && (
          <GroupChoices label={searchLabel} inDialog onChoose={choose} />
        )}
        {needs === 'location' && !chosen && (
          <LocationChoices label={searchLabel} inDialog onChoose={choose} />
        )}
        <ChosenList
          label={searchLabel}
          items={chosen ? [chosen] : []}
          onRemove={() => setChosen(null)}
        />
        {needs === 'location' && chosen && (
          <Checkbox
            label={t('deed.onlyLocation')}
            description={t('deed.onlyLocation.help')}
            checked={only}
            onChange={(event) => setOnly(event.currentTarget.checked)}
          />
        )}
        <Group>
          {(!needs || chosen) && (
            <Button loading={busy} onClick={() => void submit()} data-autofocus>
              {t(deed.label)}
            </Button>
          )}
          <Button variant="default" onClick={onClose}>
            {t('action.cancel')}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  )
}
