// SPDX-License-Identifier: Apache-2.0
import { Alert, Checkbox, NumberInput, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EditForm, type Problem } from '../../../ui/form/EditForm.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import { AuthFields } from './AuthFields.tsx'
import type { ConnectionNow } from './connectionQuery.ts'
import { addressesIn, leadsElsewhere, type ConnectionValues } from './connectionValues.ts'
import { HeaderFields } from './HeaderFields.tsx'

type Props = {
  initial: ConnectionValues
  /** As the server has it; null for one that is yet to be made. */
  saved: ConnectionNow | null
  submitLabel: string
  onSave: (values: ConnectionValues) => Promise<Saved>
}

/** What went wrong, or where the reader goes on. */
export type Saved = { problems: Problem[] } | { to: string }

/** All that makes a connection, in the order in which CommCare HQ asks for it. */
export function ConnectionForm({ initial, saved, submitLabel, onSave }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const form = useForm<ConnectionValues>({
    initialValues: initial,
    validate: {
      name: (value) => (value.trim() ? null : t('connection.name.missing')),
      notifyAddresses: (value) =>
        addressesIn(value).length > 0 ? null : t('connection.notify.missing'),
      url: (value) => (URL.canParse(value.trim()) ? null : t('connection.url.invalid')),
    },
  })
  const moves = saved !== null && leadsElsewhere(saved, form.values)
  return (
    <EditForm
      form={form}
      submitLabel={submitLabel}
      onCancel={() => void navigate(paths.connections(project))}
      onSubmit={async (values) => {
        const outcome = await onSave(values)
        if ('problems' in outcome) return outcome.problems
        form.resetDirty()
        showToast(t('action.saved'))
        setTimeout(() => void navigate(outcome.to))
        return undefined
      }}
    >
      <TextInput
        label={t('connection.name')}
        autoComplete="off"
        maxLength={255}
        {...form.getInputProps('name')}
      />
      <TextInput
        label={t('connection.notify')}
        description={t('connection.notify.help')}
        autoComplete="off"
        {...form.getInputProps('notifyAddresses')}
      />
      <NumberInput
        label={t('connection.after')}
        description={t('connection.after.help')}
        min={1}
        max={100000}
        allowDecimal={false}
        error={form.errors['notifyAfter']}
        value={form.values.notifyAfter}
        onChange={(value) => form.setFieldValue('notifyAfter', Number(value) || 1)}
      />
      <TextInput
        label={t('connection.url')}
        description={t('connection.url.help')}
        type="url"
        autoComplete="off"
        maxLength={255}
        {...form.getInputProps('url')}
      />
      <AuthFields form={form} saved={moves ? null : saved} />
      {moves && (
        <Alert color="yellow" variant="outline" role="status">
          {t('connection.moves')}
        </Alert>
      )}
      <Checkbox
        label={t('connection.skipCertVerify')}
        description={t('connection.skipCertVerify.help')}
        {...form.getInputProps('skipCertVerify', { type: 'checkbox' })}
      />
      <HeaderFields
        headers={form.values.headers}
        keptNames={moves ? [] : (saved?.headerNames ?? [])}
        error={form.errors['headers']}
        onChange={(headers) => form.setFieldValue('headers', headers)}
      />
    </EditForm>
  )
}
