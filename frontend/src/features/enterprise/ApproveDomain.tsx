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

const Approve = graphql(`
  mutation ApproveEmailDomain($input: EmailDomainInput!) {
    approveEmailDomain(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { enterprises: { enterpriseId: string; name: string }[] }

/** For whoever runs the server: a domain that cannot prove itself by DNS. */
export function ApproveDomain({ enterprises }: Props) {
  const t = useT()
  const [enterpriseId, setEnterpriseId] = useState(enterprises[0]?.enterpriseId ?? '')
  const [domain, setDomain] = useState('')
  const [, approve] = useMutation(Approve)
  const { attempt, busy, problems } = useDeeds(() => setDomain(''))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    void attempt(async () => {
      const { data, error } = await approve({ input: { enterpriseId, domain: domain.trim() } })
      return { error, userErrors: data?.approveEmailDomain.userErrors }
    })
  }
  return (
    <Panel title={t('enterprise.approve')}>
      <form onSubmit={submit} noValidate>
        <Stack>
          <Problems problems={problems} />
          <SelectField
            label={t('enterprise.account')}
            options={enterprises.map(({ enterpriseId: value, name }) => ({ value, label: name }))}
            value={enterpriseId}
            onChange={setEnterpriseId}
          />
          <TextInput
            label={t('enterprise.domain')}
            description={t('enterprise.approve.help')}
            value={domain}
            onChange={(event) => setDomain(event.currentTarget.value)}
          />
          <div>
            <Button type="submit" variant="default" loading={busy}>
              {t('enterprise.approve.do')}
            </Button>
          </div>
        </Stack>
      </form>
    </Panel>
  )
}
