// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { ApplicationFields, inputOf } from './ApplicationFields.tsx'
import type { OwnApplication } from './applicationsQuery.ts'

const UpdateApplication = graphql(`
  mutation UpdateOAuthApplication($input: UpdateOAuthApplicationInput!) {
    updateOAuthApplication(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { application: OwnApplication; onClose: () => void; onChanged: () => void }

export function EditApplication({ application, onClose, onChanged }: Props) {
  const t = useT()
  const { clientId, kind, name, redirectUris, scopes } = application
  const [values, setValues] = useState({ name, redirectUris: redirectUris.join('\n'), scopes })
  const [problems, setProblems] = useState<Problem[]>([])
  const [{ fetching }, update] = useMutation(UpdateApplication)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { data, error } = await update({ input: { clientId, ...inputOf(kind, values) } })
    const found = problemsOf(t, error, data?.updateOAuthApplication.userErrors)
    setProblems(found ?? [])
    if (!found) onChanged()
  }
  const general = problems.filter(({ field }) => field === null)
  return (
    <Dialog title={t('oauth.editName', { name })} onClose={onClose}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {general.length > 0 && (
            <Alert color="red" variant="light" role="alert">
              {general.map(({ message }) => message).join(' ')}
            </Alert>
          )}
          <ApplicationFields kind={kind} values={values} problems={problems} onChange={setValues} />
          <Group>
            <Button type="submit" loading={fetching}>
              {t('action.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('action.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  )
}
