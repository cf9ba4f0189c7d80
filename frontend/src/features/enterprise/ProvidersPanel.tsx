// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { Status } from '../../ui/Status.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Enterprise, Provider } from './enterpriseQuery.ts'
import { Problems } from './Problems.tsx'
import { ProviderDialog } from './ProviderDialog.tsx'
import { useDeeds } from './useDeeds.ts'

const SetActive = graphql(`
  mutation SetIdentityProviderActive($input: IdentityProviderActiveInput!) {
    setIdentityProviderActive(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const TestProvider = graphql(`
  mutation TestIdentityProvider($input: IdentityProviderInput!) {
    testIdentityProvider(input: $input) {
      fault
      userErrors {
        message
        field
      }
    }
  }
`)

type Props = { enterprise: Enterprise; onChanged: () => void }

/** The services that vouch for the account's people. */
export function ProvidersPanel({ enterprise, onChanged }: Props) {
  const t = useT()
  const { enterpriseId, identityProviders } = enterprise
  const [open, setOpen] = useState<Provider | 'new' | null>(null)
  const [tested, setTested] = useState<{ name: string; fault: string | null } | null>(null)
  const [, setActive] = useMutation(SetActive)
  const [, test] = useMutation(TestProvider)
  const { attempt, problems } = useDeeds(onChanged)
  const turn = ({ providerId, active }: Provider) =>
    attempt(async () => {
      const { data, error } = await setActive({
        input: { enterpriseId, providerId, active: !active },
      })
      return { error, userErrors: data?.setIdentityProviderActive.userErrors }
    })
  const tryOut = ({ providerId, name }: Provider) =>
    attempt(async () => {
      const { data, error } = await test({ input: { enterpriseId, providerId } })
      const answer = data?.testIdentityProvider
      setTested(answer && answer.userErrors.length === 0 ? { name, fault: answer.fault } : null)
      return { error, userErrors: answer?.userErrors }
    })
  const columns = [
    {
      id: 'name',
      header: t('enterprise.provider'),
      cell: ({ name, issuer, redirectPath }: Provider) => (
        <Stack gap={2}>
          <span>{name}</span>
          <Text size="sm" c="dimmed">
            {issuer}
          </Text>
          <Text size="sm">{t('enterprise.redirect')}</Text>
          <Code style={{ overflowWrap: 'anywhere' }}>
            {globalThis.location.origin + redirectPath}
          </Code>
        </Stack>
      ),
    },
    {
      id: 'state',
      header: t('enterprise.state'),
      cell: ({ active, enforcement }: Provider) => (
        <Stack gap={2}>
          <Status
            tone={active ? 'good' : 'quiet'}
            label={t(active ? 'enterprise.on' : 'enterprise.off')}
          />
          <Text size="sm">
            {t(enforcement === 'GLOBAL' ? 'enterprise.everybody' : 'enterprise.testersOnly')}
          </Text>
        </Stack>
      ),
    },
    {
      id: 'deeds',
      header: t('oauth.column.deeds'),
      cell: (provider: Provider) => {
        const { name, active } = provider
        const deeds: [string, string, () => void][] = [
          [t('enterprise.edit'), t('enterprise.editName', { name }), () => setOpen(provider)],
          [t('enterprise.test'), t('enterprise.testName', { name }), () => void tryOut(provider)],
          [
            t(active ? 'enterprise.turnOff' : 'enterprise.turnOn'),
            t(active ? 'enterprise.turnOffName' : 'enterprise.turnOnName', { name }),
            () => void turn(provider),
          ],
        ]
        return (
          <Group gap="xs">
            {deeds.map(([label, full, act]) => (
              <Button
                key={label}
                size="compact-sm"
                variant="default"
                aria-label={full}
                onClick={act}
              >
                {label}
              </Button>
            ))}
          </Group>
        )
      },
    },
  ]
  return (
    <Panel
      title={t('enterprise.providers')}
      aside={
        <Button size="compact-sm" onClick={() => setOpen('new')}>
          {t('enterprise.addProvider')}
        </Button>
      }
    >
      <Stack>
        <Problems problems={problems} />
        {tested && (
          <Alert
            role="status"
            variant="outline"
            {...(tested.fault && { color: 'red' })}
            title={t('enterprise.testName', { name: tested.name })}
          >
            {tested.fault ?? t('enterprise.test.good')}
          </Alert>
        )}
        <DataTable
          caption={t('enterprise.providers')}
          columns={columns}
          rows={identityProviders}
          rowKey={({ providerId }) => providerId}
          empty={
            <EmptyState
              title={t('enterprise.providers.none')}
              hint={t('enterprise.providers.none.hint')}
            />
          }
        />
      </Stack>
      {open && (
        <ProviderDialog
          enterpriseId={enterpriseId}
          provider={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onChanged={() => {
            setOpen(null)
            onChanged()
          }}
        />
      )}
    </Panel>
  )
}
