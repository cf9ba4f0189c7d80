// SPDX-License-Identifier: Apache-2.0
import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { EmailDomain, Enterprise } from './enterpriseQuery.ts'
import { LineForm } from './LineForm.tsx'
import { Problems } from './Problems.tsx'
import { useDeeds } from './useDeeds.ts'

const AddDomain = graphql(`
  mutation AddEmailDomain($input: AddEmailDomainInput!) {
    addEmailDomain(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const ProveDomain = graphql(`
  mutation ProveEmailDomain($input: EmailDomainInput!) {
    proveEmailDomain(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const RemoveDomain = graphql(`
  mutation RemoveEmailDomain($input: EmailDomainInput!) {
    removeEmailDomain(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { enterprise: Enterprise; onChanged: () => void }

/** The e-mail domains whose people sign in with a provider of the account. */
export function DomainsPanel({ enterprise, onChanged }: Props) {
  const t = useT()
  const { enterpriseId, emailDomains, identityProviders } = enterprise
  const [chosen, setChosen] = useState('')
  const providerId = chosen || (identityProviders[0]?.providerId ?? '')
  const [, add] = useMutation(AddDomain)
  const [, prove] = useMutation(ProveDomain)
  const [, remove] = useMutation(RemoveDomain)
  const { attempt, busy, problems, problem } = useDeeds(onChanged)
  const nameOf = (id: string) =>
    identityProviders.find(({ providerId: each }) => each === id)?.name ?? '—'
  const columns = [
    { id: 'domain', header: t('enterprise.domain'), cell: ({ domain }: EmailDomain) => domain },
    {
      id: 'provider',
      header: t('enterprise.provider'),
      cell: (domain: EmailDomain) => nameOf(domain.providerId),
    },
    {
      id: 'state',
      header: t('enterprise.state'),
      cell: ({ provedAt, provedBy, record }: EmailDomain) =>
        provedAt ? (
          <Status tone="good" label={t('enterprise.proved', { by: provedBy ?? '' })} />
        ) : (
          <Stack gap={4}>
            <Status tone="warn" label={t('enterprise.unproved')} />
            <Text size="sm">{t('enterprise.record')}</Text>
            <Code style={{ overflowWrap: 'anywhere' }}>{record}</Code>
          </Stack>
        ),
    },
    {
      id: 'deeds',
      header: t('oauth.column.deeds'),
      cell: ({ domain, provedAt }: EmailDomain) => (
        <Group gap="xs">
          {!provedAt && (
            <Button
              size="compact-sm"
              variant="default"
              aria-label={t('enterprise.checkName', { name: domain })}
              onClick={() =>
                void attempt(async () => {
                  const { data, error } = await prove({ input: { enterpriseId, domain } })
                  return { error, userErrors: data?.proveEmailDomain.userErrors }
                })
              }
            >
              {t('enterprise.check')}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            aria-label={t('enterprise.removeName', { name: domain })}
            onClick={() =>
              void attempt(async () => {
                const { data, error } = await remove({ input: { enterpriseId, domain } })
                return { error, userErrors: data?.removeEmailDomain.userErrors }
              })
            }
          >
            {t('enterprise.remove')}
          </Button>
        </Group>
      ),
    },
  ]
  return (
    <Panel title={t('enterprise.domains')}>
      <Stack>
        <Problems problems={problems} fields={['domain']} />
        <DataTable
          caption={t('enterprise.domains')}
          columns={columns}
          rows={emailDomains}
          rowKey={({ domain }) => domain}
          empty={
            <EmptyState
              title={t('enterprise.domains.none')}
              hint={t('enterprise.domains.none.hint')}
            />
          }
        />
        {identityProviders.length > 1 && (
          <SelectField
            label={t('enterprise.provider')}
            options={identityProviders.map((each) => ({
              value: each.providerId,
              label: each.name,
            }))}
            value={providerId}
            onChange={setChosen}
          />
        )}
        {identityProviders.length > 0 && (
          <LineForm
            label={t('enterprise.addDomain')}
            help={t('enterprise.addDomain.help')}
            submitLabel={t('enterprise.add')}
            busy={busy}
            error={problem('domain')}
            onAdd={(domain) =>
              attempt(async () => {
                const { data, error } = await add({ input: { enterpriseId, providerId, domain } })
                return { error, userErrors: data?.addEmailDomain.userErrors }
              })
            }
          />
        )}
      </Stack>
    </Panel>
  )
}
