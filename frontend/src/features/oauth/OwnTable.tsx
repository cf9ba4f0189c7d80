// SPDX-License-Identifier: Apache-2.0
import { Button, Code, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import { TypedConfirm } from '../../ui/TypedConfirm.tsx'
import { When } from '../../ui/When.tsx'
import type { OwnApplication } from './applicationsQuery.ts'
import { EditApplication } from './EditApplication.tsx'
import { kindWords } from './kinds.ts'
import type { MadeSecret } from './SecretOnce.tsx'

const RenewSecret = graphql(`
  mutation RenewOAuthSecret($input: RenewOAuthSecretInput!) {
    renewOAuthSecret(input: $input) {
      secret
      userErrors {
        message
        field
      }
    }
  }
`)

const DeleteApplication = graphql(`
  mutation DeleteOAuthApplication($input: DeleteOAuthApplicationInput!) {
    deleteOAuthApplication(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Deed = { kind: 'edit' | 'renew' | 'delete'; application: OwnApplication }
type Props = {
  rows: OwnApplication[] | undefined
  onChanged: () => void
  onSecret: (made: MadeSecret) => void
}

/** Programs that the reader registered. */
export function OwnTable({ rows, onChanged, onSecret }: Props) {
  const t = useT()
  const [deed, setDeed] = useState<Deed | null>(null)
  const [, renew] = useMutation(RenewSecret)
  const [, remove] = useMutation(DeleteApplication)
  const deeds = (application: OwnApplication) => {
    const all: [Deed['kind'], string, string][] = [
      ['edit', t('oauth.edit'), t('oauth.editName', { name: application.name })],
      ['renew', t('oauth.renew'), t('oauth.renewName', { name: application.name })],
      ['delete', t('oauth.delete'), t('oauth.deleteName', { name: application.name })],
    ]
    return (
      <Group gap="xs">
        {all
          .filter(([kind]) => kind !== 'renew' || application.secretMadeAt)
          .map(([kind, label, name]) => (
            <Button
              key={kind}
              size="compact-sm"
              variant="default"
              aria-label={name}
              onClick={() => setDeed({ kind, application })}
            >
              {label}
            </Button>
          ))}
      </Group>
    )
  }
  const columns = [
    {
      id: 'name',
      header: t('oauth.column.name'),
      cell: ({ name, clientId }: OwnApplication) => (
        <Stack gap={2}>
          <span>{name}</span>
          <Code>{clientId}</Code>
        </Stack>
      ),
    },
    {
      id: 'kind',
      header: t('oauth.column.kind'),
      cell: ({ kind, project, roleName }: OwnApplication) => (
        <Stack gap={2}>
          <span>{t(kindWords[kind])}</span>
          {kind === 'SERVICE' && (
            <Text size="sm" c="dimmed">
              {project ? `${project} · ${roleName ?? ''}` : t('oauth.nowhere')}
            </Text>
          )}
        </Stack>
      ),
    },
    {
      id: 'secret',
      header: t('oauth.column.secret'),
      cell: ({ secretMadeAt }: OwnApplication) =>
        secretMadeAt ? <When at={secretMadeAt} /> : t('oauth.noSecret'),
    },
    { id: 'deeds', header: t('oauth.column.deeds'), cell: deeds },
  ]
  const close = () => setDeed(null)
  const renewSecret = async ({ clientId, name }: OwnApplication) => {
    const { data, error } = await renew({ input: { clientId } })
    const problems = problemsOf(t, error, data?.renewOAuthSecret.userErrors)
    if (problems) return problems
    close()
    onSecret({ name, clientId, secret: data?.renewOAuthSecret.secret ?? null })
    return undefined
  }
  const end = async ({ clientId }: OwnApplication) => {
    const { data, error } = await remove({ input: { clientId } })
    const problems = problemsOf(t, error, data?.deleteOAuthApplication.userErrors)
    if (problems) return problems
    close()
    onChanged()
    return undefined
  }
  return (
    <Panel title={t('oauth.own')} flush>
      <DataTable
        caption={t('oauth.own')}
        columns={columns}
        rows={rows}
        rowKey={({ clientId }) => clientId}
        empty={<EmptyState title={t('oauth.own.empty')} hint={t('oauth.own.hint')} />}
      />
      {deed?.kind === 'edit' && (
        <EditApplication
          application={deed.application}
          onClose={close}
          onChanged={() => {
            close()
            onChanged()
          }}
        />
      )}
      {deed && deed.kind !== 'edit' && (
        <TypedConfirm
          title={t(deed.kind === 'renew' ? 'oauth.renewTitle' : 'oauth.deleteTitle', {
            name: deed.application.name,
          })}
          text={t(deed.kind === 'renew' ? 'oauth.renewText' : 'oauth.deleteText')}
          name={deed.application.name}
          confirmLabel={t(deed.kind === 'renew' ? 'oauth.renew' : 'oauth.delete')}
          onClose={close}
          onConfirm={() =>
            deed.kind === 'renew' ? renewSecret(deed.application) : end(deed.application)
          }
        />
      )}
    </Panel>
  )
}
