// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Problems } from './Problems.tsx'
import { useDeeds } from './useDeeds.ts'

const SetActive = graphql(`
  mutation SetProjectActive($input: ProjectActiveInput!) {
    setProjectActive(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const SetSwitch = graphql(`
  mutation SetProjectSwitch($input: ProjectSwitchInput!) {
    setProjectSwitch(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const switches = {
  apiOff: { which: 'API_OFF', on: true },
  apiOn: { which: 'API_OFF', on: false },
  submissionsOff: { which: 'SUBMISSIONS_OFF', on: true },
  submissionsOn: { which: 'SUBMISSIONS_OFF', on: false },
  freeze: { which: 'FROZEN', on: true },
  thaw: { which: 'FROZEN', on: false },
} as const

type Deed = 'deactivate' | 'activate' | keyof typeof switches

const deeds: Deed[] = [
  'deactivate',
  'activate',
  'apiOff',
  'apiOn',
  'submissionsOff',
  'submissionsOn',
  'freeze',
  'thaw',
]

/** For whoever runs the server: closes any project space or opens it again, or a part of it. */
export function AnyProject() {
  const t = useT()
  const [project, setProject] = useState('')
  const [deed, setDeed] = useState<Deed>('deactivate')
  const [, setActive] = useMutation(SetActive)
  const [, setSwitch] = useMutation(SetSwitch)
  const { attempt, busy, problems } = useDeeds(() => setProject(''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      const name = project.trim()
      if (deed !== 'activate' && deed !== 'deactivate') {
        const { data, error } = await setSwitch({ input: { project: name, ...switches[deed] } })
        return { error, userErrors: data?.setProjectSwitch.userErrors }
      }
      const { data, error } = await setActive({
        input: { project: name, active: deed === 'activate' },
      })
      return { error, userErrors: data?.setProjectActive.userErrors }
    })
  }
  return (
    <Panel title={t('enterprise.anyProject')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Problems problems={problems} />
          <TextInput
            label={t('enterprise.slug')}
            description={t('enterprise.deactivate.help')}
            value={project}
            onChange={(event) => setProject(event.currentTarget.value)}
          />
          <SelectField
            label={t('enterprise.state')}
            options={deeds.map((value) => ({ value, label: t(`enterprise.${value}`) }))}
            value={deed}
            onChange={(value) => setDeed(deeds.find((one) => one === value) ?? 'deactivate')}
          />
          <div>
            <Button type="submit" variant="default" loading={busy}>
              {t('action.save')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  )
}
