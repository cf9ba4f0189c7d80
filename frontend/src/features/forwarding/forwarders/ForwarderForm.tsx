// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Fieldset, NumberInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useNavigate } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { EditForm, type Problem } from '../../../ui/form/EditForm.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import type { ConnectionChoice, TypeChoice } from './forwarderQuery.ts'
import { wordsIn, type ForwarderValues, type Method } from './forwarderValues.ts'
import { ScriptField } from './ScriptField.tsx'
import { TypeFields } from './TypeFields.tsx'

type Props = {
  type: TypeChoice
  connections: readonly ConnectionChoice[]
  initial: ForwarderValues
  submitLabel: string
  onSave: (values: ForwarderValues) => Promise<Problem[] | undefined>
}

/** All that makes a forwarder, in the order in which CommCare HQ asks for it. */
export function ForwarderForm({ type, connections, initial, submitLabel, onSave }: Props) {
  const t = useT()
  const navigate = useNavigate()
  const { name: project } = useProject()
  const back = paths.forwarding(project)
  const form = useForm<ForwarderValues>({
    initialValues: initial,
    validate: {
      connectionId: (value) => (value ? null : t('forwarder.connection.missing')),
      backOffCodes: (value) =>
        wordsIn(value).every((word) => /^[45]\d\d$/.test(word))
          ? null
          : t('forwarder.backOff.invalid'),
    },
  })
  const { connectionId, method, format, concurrency, requestsPerSecond } = form.values
  return (
    <EditForm
      form={form}
      submitLabel={submitLabel}
      onCancel={() => void navigate(back)}
      onSubmit={async (values) => {
        const { language } = type.formats.find(({ slug }) => slug === values.format) ?? {}
        const problems = await onSave(language ? values : { ...values, script: '' })
        if (problems) return problems
        form.resetDirty()
        showToast(t('action.saved'))
        setTimeout(() => void navigate(back))
        return undefined
      }}
    >
      <div>
        <SelectField
          label={t('forwarder.connection')}
          options={[
            { value: '', label: t('forwarder.connection.choose') },
            ...connections.map(({ id, name, url }) => ({ value: id, label: `${name} (${url})` })),
          ]}
          value={connectionId}
          error={form.errors['connectionId']}
          onChange={(value) => form.setFieldValue('connectionId', value)}
        />
        <TextLink to={paths.connections(project)} fz="sm" display="inline-block" py={4}>
          {t('forwarder.connection.edit')}
        </TextLink>
      </div>
      <TextInput
        label={t('forwarder.name')}
        description={t('forwarder.name.help')}
        autoComplete="off"
        maxLength={255}
        {...form.getInputProps('name')}
      />
      <SelectField
        label={t('forwarder.method')}
        options={['POST', 'PUT', 'DELETE'].map((value) => ({ value, label: value }))}
        value={method}
        onChange={(value) => form.setFieldValue('method', value as Method)}
      />
      {type.formats.length > 1 && (
        <SelectField
          label={t('forwarder.format')}
          options={type.formats.map(({ slug, label }) => ({ value: slug, label }))}
          value={format || (type.formats[0]?.slug ?? '')}
          onChange={(value) => form.setFieldValue('format', value)}
        />
      )}
      <ScriptField form={form} type={type} />
      <TypeFields form={form} type={type} />
      <Fieldset legend={t('forwarder.manner')}>
        <Stack gap="md">
          <Checkbox
            label={t('forwarder.snapshot')}
            description={t('forwarder.snapshot.help')}
            {...form.getInputProps('snapshot', { type: 'checkbox' })}
          />
          <Checkbox
            label={t('forwarder.retryAll')}
            description={t('forwarder.retryAll.help')}
            {...form.getInputProps('retryAllErrors', { type: 'checkbox' })}
          />
          <TextInput
            label={t('forwarder.backOff')}
            description={t('forwarder.backOff.help')}
            autoComplete="off"
            {...form.getInputProps('backOffCodes')}
          />
          <NumberInput
            label={t('forwarder.concurrency')}
            min={1}
            error={form.errors['concurrency']}
            value={concurrency}
            onChange={(value) => form.setFieldValue('concurrency', Number(value) || 1)}
          />
          <NumberInput
            label={t('forwarder.perSecond')}
            description={t('forwarder.perSecond.help')}
            min={0}
            error={form.errors['requestsPerSecond']}
            value={requestsPerSecond}
            onChange={(value) => form.setFieldValue('requestsPerSecond', Number(value) || 0)}
          />
        </Stack>
      </Fieldset>
    </EditForm>
  )
}
