// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, TextInput } from '@mantine/core'
import { useState, type FormEvent } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Problems } from './Problems.tsx'
import { useDeeds } from './useDeeds.ts'

const CreateEnterprise = graphql(`
  mutation CreateEnterprise($input: CreateEnterpriseInput!) {
    createEnterprise(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

/** For whoever runs the server: an account and its first administrator. */
export function NewEnterprise({ onChanged }: { onChanged: () => void }) {
  const t = useT()
  const [name, setName] = useState('')
  const [adminEmail, setAdminEmail] = useState('')
  const [, create] = useMutation(CreateEnterprise)
  const { attempt, busy, problems, problem } = useDeeds(onChanged)
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    const made = await attempt(async () => {
      const { data, error } = await create({ input: { name, adminEmail } })
      return { error, userErrors: data?.createEnterprise.userErrors }
    })
    if (made) {
      setName('')
      setAdminEmail('')
    }
  }
  return (
    <Panel title={t('enterprise.new')}>
      <form onSubmit={(event) => void submit(event)} noValidate>
        <Stack>
          <Problems problems={problems} fields={['name', 'email']} />
          <TextInput
            label={t('enterprise.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={problem('name')}
          />
          <TextInput
            type="email"
            label={t('enterprise.firstAdmin')}
            description={t('enterprise.firstAdmin.help')}
            value={adminEmail}
            onChange={(event) => setAdminEmail(event.currentTarget.value)}
            error={problem('email')}
          />
          <div>
            <Button type="submit" loading={busy}>
              {t('enterprise.create')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  )
}
