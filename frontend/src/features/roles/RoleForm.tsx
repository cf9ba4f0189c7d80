// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Fieldset, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useMutation } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { problemsOf } from '../../ui/form/problemsOf.ts'
import { Page } from '../../ui/page/Page.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import { PermissionBoxes } from './PermissionBoxes.tsx'
import { RoleActions } from './RoleActions.tsx'
import type { Role } from './rolesQuery.ts'
import { settled } from './settledPermissions.ts'

const CreateRole = graphql(`
  mutation CreateRole($input: CreateRoleInput!) {
    createRole(input: $input) {
      role {
        roleId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

const UpdateRole = graphql(`
  mutation UpdateRole($input: UpdateRoleInput!) {
    updateRole(input: $input) {
      role {
        roleId
      }
      userErrors {
        message
        field
      }
    }
  }
`)

type Values = {
  name: string
  permissions: string[]
  nonAdminEditable: boolean
  assignableBy: string[]
}

type Props = {
  /** Null while it is not made yet. */
  role: Role | null
  others: readonly Role[]
  initial: Values
}

/** What a role allows and who gives it. Those who may not change it read it here. */
export function RoleForm({ role, others, initial }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project, may } = useProject()
  const [, createRole] = useMutation(CreateRole)
  const [, updateRole] = useMutation(UpdateRole)
  const mayEdit = may('admin')
  const back = paths.roles(project)
  const form = useForm<Values>({
    initialValues: initial,
    validate: { name: (value) => (value.trim() ? null : t('role.name.missing')) },
  })
  const { permissions, nonAdminEditable, assignableBy } = form.values
  const save = async (values: Values) => {
    const wish = { project, ...values, permissions: settled(new Set(values.permissions)) }
    if (role) {
      const { data, error } = await updateRole({ input: { ...wish, roleId: role.roleId } })
      return problemsOf(t, error, data?.updateRole.userErrors)
    }
    const { data, error } = await createRole({ input: wish })
    return problemsOf(t, error, data?.createRole.userErrors)
  }
  const fields = (
    <>
      <TextInput
        label={t('roles.column.name')}
        autoComplete="off"
        disabled={!mayEdit}
        {...form.getInputProps('name')}
      />
      <PermissionBoxes
        ticked={new Set(permissions)}
        disabled={!mayEdit}
        onChange={(ticked) => form.setFieldValue('permissions', [...ticked])}
      />
      <Fieldset legend={t('role.givenBy')}>
        <Stack gap="xs">
          <Checkbox
            label={t('role.nonAdminEditable')}
            description={t('role.nonAdminEditable.help')}
            disabled={!mayEdit}
            {...form.getInputProps('nonAdminEditable', { type: 'checkbox' })}
          />
          {!nonAdminEditable &&
            others.map(({ roleId, name }) => (
              <Checkbox
                key={roleId}
                label={t('role.assignableBy', { name })}
                disabled={!mayEdit}
                checked={assignableBy.includes(roleId)}
                onChange={(event) =>
                  form.setFieldValue(
                    'assignableBy',
                    event.currentTarget.checked
                      ? [...assignableBy, roleId]
                      : assignableBy.filter((id) => id !== roleId),
                  )
                }
              />
            ))}
        </Stack>
      </Fieldset>
    </>
  )
  return (
    <Page
      title={role ? role.name : t('newRole.title')}
      purpose={t('role.purpose')}
      parent={<TextLink to={back}>{t('roles.title')}</TextLink>}
      actions={role && mayEdit && <RoleActions role={role} />}
      narrow
    >
      <Panel>
        {mayEdit ? (
          <EditForm
            form={form}
            submitLabel={role ? t('action.save') : t('newRole.submit')}
            onCancel={() => void navigate(back)}
            onSubmit={async (values) => {
              const problems = await save(values)
              if (problems) return problems
              form.resetDirty()
              showToast(t('action.saved'))
              setTimeout(() => void navigate(back))
              return undefined
            }}
          >
            {fields}
          </EditForm>
        ) : (
          <Stack gap="lg">{fields}</Stack>
        )}
      </Panel>
    </Page>
  )
}
