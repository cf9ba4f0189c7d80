// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useId } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { EditForm } from '../../ui/form/EditForm.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import { showToast } from '../../ui/toast/toasts.ts'
import type { DataType, DescribedType, Property } from './dictionaryQuery.ts'
import { dataTypes } from './properties.ts'
import { useTypeEdit } from './useTypeEdit.ts'
import { linesOf, ValuesField, valuesOf } from './ValuesField.tsx'

type Props = {
  type: DescribedType
  /** Null for a new one. */
  property: Property | null
  onClose: () => void
  onDone: () => void
}

/** All that is said of a property. */
export function PropertyDialog({ type, property, onClose, onDone }: Props) {
  const t = useT()
  const edit = useTypeEdit(type.name)
  const groupsId = useId()
  const form = useForm({
    initialValues: {
      name: property?.name ?? '',
      label: property?.label ?? '',
      description: property?.description ?? '',
      dataType: property?.dataType ?? ('UNDEFINED' satisfies DataType as DataType),
      group: property?.group ?? '',
      deprecated: property?.deprecated ?? false,
      fhirPath: property?.fhirPath ?? '',
      allowedValues: linesOf(property?.allowedValues ?? []),
    },
    validate: {
      name: (name) =>
        !name.trim()
          ? t('dictionary.property.missing')
          : !property && type.properties.some((other) => other.name === name.trim())
            ? t('dictionary.property.taken')
            : null,
    },
  })
  const { dataType, allowedValues } = form.values
  const remove = async () => {
    if (!property) return
    const problems = await edit({ properties: [{ name: property.name, deleted: true }] })
    if (problems?.[0]) {
      form.setFieldError('name', problems[0].message)
      return
    }
    showToast(t('dictionary.property.deleted', { name: property.name }))
    form.resetDirty()
    onDone()
  }
  return (
    <Dialog title={property?.name ?? t('dictionary.newProperty')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={onClose}
        onSubmit={async ({ name, allowedValues: lines, ...values }) => {
          const problems = await edit({
            properties: [{ name: name.trim(), ...values, allowedValues: valuesOf(lines) }],
          })
          if (problems) return problems
          form.resetDirty()
          onDone()
          return undefined
        }}
      >
        {!property && (
          <TextInput
            label={t('dictionary.property')}
            description={t('dictionary.property.help')}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            data-autofocus
            {...form.getInputProps('name')}
          />
        )}
        <TextInput
          label={t('dictionary.label')}
          description={t('dictionary.label.help')}
          autoComplete="off"
          {...form.getInputProps('label')}
        />
        <Textarea
          label={t('dictionary.description')}
          autosize
          minRows={2}
          {...form.getInputProps('description')}
        />
        <SelectField
          label={t('dictionary.dataType')}
          description={t('dictionary.dataType.help')}
          options={Object.entries(dataTypes).map(([value, key]) => ({ value, label: t(key) }))}
          value={dataType}
          onChange={(value) => form.setFieldValue('dataType', value as DataType)}
        />
        {(dataType === 'SELECT' || allowedValues.length > 0) && (
          <ValuesField
            lines={allowedValues}
            error={form.errors['allowedValues']}
            onChange={(lines) => form.setFieldValue('allowedValues', lines)}
          />
        )}
        <datalist id={groupsId}>
          {type.groups.map(({ name }) => (
            <option key={name} value={name} aria-label={name} />
          ))}
        </datalist>
        <TextInput
          label={t('dictionary.group')}
          description={t('dictionary.group.help')}
          list={groupsId}
          autoComplete="off"
          {...form.getInputProps('group')}
        />
        {type.fhirResourceType && (
          <TextInput
            label={t('dictionary.fhirPath')}
            description={t('dictionary.fhirPath.help', { resource: type.fhirResourceType })}
            autoComplete="off"
            autoCapitalize="none"
            spellCheck={false}
            {...form.getInputProps('fhirPath')}
          />
        )}
        <Checkbox
          label={t('dictionary.property.deprecated')}
          description={t('dictionary.property.deprecated.help')}
          {...form.getInputProps('deprecated', { type: 'checkbox' })}
        />
        {property?.safeToDelete && (
          <Group>
            <Button variant="subtle" color="red" onClick={() => void remove()}>
              {t('dictionary.property.delete')}
            </Button>
          </Group>
        )}
      </EditForm>
    </Dialog>
  )
}
