// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Stack } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { ApplicationFields, inputOf } from './ApplicationFields.tsx'
import { kindWords, type ApplicationKind } from './kinds.ts'
import type { MadeSecret } from './SecretOnce.tsx'
import { ServiceFields, type Bond } from './ServiceFields.tsx'

const RegisterApplication = graphql(`
  mutation RegisterOAuthApplication($input: RegisterOAuthApplicationInput!) {
    registerOAuthApplication(input: $input) {
      oauthApplication {
        clientId
        name
      }
      secret
      userErrors {
        message
        field
      }
    }
  }
`)

const empty = { name: '', redirectUris: '', scopes: ['access_apis'] }

type Props = { onMade: (made: MadeSecret) => void }

/** Registers a program. */
export function NewApplication({ onMade }: Props) {
  const t = useT()
  const [kind, setKind] = useState<ApplicationKind>('CONFIDENTIAL')
  const [values, setValues] = useState(empty)
  const [bond, setBond] = useState<Bond>({ project: '', roleId: '' })
  const [problems, setProblems] = useState<Problem[]>([])
  const [{ fetching }, register] = useMutation(RegisterApplication)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const { data, error } = await register({
      input: {
        kind,
        ...inputOf(kind, values),
        ...(kind === 'SERVICE' && { project: bond.project, roleId: bond.roleId }),
      },
    })
    const found = problemsOf(t, error, data?.registerOAuthApplication.userErrors)
    setProblems(found ?? [])
    const made = data?.registerOAuthApplication
    if (found || !made?.oauthApplication) return
    setValues(empty)
    onMade({ ...made.oauthApplication, secret: made.secret })
  }
  const general = problems.filter(({ field }) => field === null)
  return (
    <Panel title={t('oauth.new')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          {general.length > 0 && (
            <Alert color="red" variant="light" role="alert">
              {general.map(({ message }) => message).join(' ')}
            </Alert>
          )}
          <SelectField
            label={t('oauth.column.kind')}
            description={t('oauth.kindHelp')}
            options={(Object.keys(kindWords) as ApplicationKind[]).map((each) => ({
              value: each,
              label: t(kindWords[each]),
            }))}
            value={kind}
            onChange={(chosen) => setKind(chosen as ApplicationKind)}
          />
          <ApplicationFields kind={kind} values={values} problems={problems} onChange={setValues} />
          {kind === 'SERVICE' && (
            <ServiceFields bond={bond} problems={problems} onChange={setBond} />
          )}
          <div>
            <Button type="submit" loading={fetching}>
              {t('oauth.register')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  )
}
