// SPDX-License-Identifier: Apache-2.0
import { Button, Stack } from '@mantine/core'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { DataTable } from '../../ui/table/DataTable.tsx'
import type { Enterprise } from './enterpriseQuery.ts'
import { LineForm } from './LineForm.tsx'
import { Problems } from './Problems.tsx'
import { useDeeds } from './useDeeds.ts'

const AddAdmin = graphql(`
  mutation AddEnterpriseAdmin($input: AddEnterpriseAdminInput!) {
    addEnterpriseAdmin(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

const RemoveAdmin = graphql(`
  mutation RemoveEnterpriseAdmin($input: RemoveEnterpriseAdminInput!) {
    removeEnterpriseAdmin(input: $input) {
      userErrors {
        message
        field
      }
    }
  }
`)

type Admin = Enterprise['admins'][number]
type Props = { enterprise: Enterprise; onChanged: () => void }

/** Those who administer the account. */
export function AdminsPanel({ enterprise: { enterpriseId, admins }, onChanged }: Props) {
  const t = useT()
  const [, add] = useMutation(AddAdmin)
  const [, remove] = useMutation(RemoveAdmin)
  const { attempt, busy, problems, problem } = useDeeds(onChanged)
  const columns = [
    { id: 'who', header: t('signIn.username'), cell: ({ username }: Admin) => username },
    { id: 'by', header: t('enterprise.addedBy'), cell: ({ addedBy }: Admin) => addedBy },
    {
      id: 'deeds',
      header: t('oauth.column.deeds'),
      cell: ({ userId, username }: Admin) => (
        <Button
          size="compact-sm"
          variant="default"
          disabled={admins.length === 1}
          aria-label={t('enterprise.removeName', { name: username })}
          onClick={() =>
            void attempt(async () => {
              const { data, error } = await remove({ input: { enterpriseId, userId } })
              return { error, userErrors: data?.removeEnterpriseAdmin.userErrors }
            })
          }
        >
          {t('enterprise.remove')}
        </Button>
      ),
    },
  ]
  return (
    <Panel title={t('enterprise.admins')}>
      <Stack>
        <Problems problems={problems} fields={['email']} />
        <DataTable
          caption={t('enterprise.admins')}
          columns={columns}
          rows={admins}
          rowKey={({ userId }) => userId}
          empty={null}
        />
        <LineForm
          label={t('enterprise.addAdmin')}
          help={t('enterprise.firstAdmin.help')}
          submitLabel={t('enterprise.add')}
          busy={busy}
          error={problem('email')}
          onAdd={(email) =>
            attempt(async () => {
              const { data, error } = await add({ input: { enterpriseId, email } })
              return { error, userErrors: data?.addEnterpriseAdmin.userErrors }
            })
          }
        />
      </Stack>
    </Panel>
  )
}
