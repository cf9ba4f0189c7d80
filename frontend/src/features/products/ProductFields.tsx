// SPDX-License-Identifier: Apache-2.0
import { Textarea, TextInput } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from 'urql'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { PairFields } from '../../ui/PairFields.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { ProductValues } from './productValues.ts'
import { ProgramsQuery } from './programsQuery.ts'

/** What a product is. */
export function ProductFields({ form }: { form: UseFormReturnType<ProductValues> }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: ProgramsQuery, variables: { project } })
  const programs = data?.project?.programs.nodes ?? []
  return (
    <>
      <TextInput label={t('product.name')} autoComplete="off" {...form.getInputProps('name')} />
      <TextInput
        label={t('product.code')}
        description={t('product.code.help')}
        autoComplete="off"
        {...form.getInputProps('code')}
      />
      <TextInput
        label={t('product.unit')}
        description={t('product.unit.help')}
        autoComplete="off"
        {...form.getInputProps('unit')}
      />
      <TextInput label={t('product.category')} {...form.getInputProps('category')} />
      <SelectField
        label={t('product.program')}
        options={[
          { value: '', label: t('product.program.none') },
          ...programs.map(({ programId, name }) => ({ value: programId, label: name })),
        ]}
        value={form.values.programId}
        error={form.errors['programId']}
        onChange={(programId) => form.setFieldValue('programId', programId)}
      />
      <TextInput
        label={t('product.cost')}
        description={t('product.cost.help')}
        inputMode="decimal"
        autoComplete="off"
        {...form.getInputProps('cost')}
      />
      <Textarea
        label={t('product.description')}
        autosize
        minRows={2}
        {...form.getInputProps('description')}
      />
      <PairFields
        legend={t('product.data')}
        pairs={form.values.data}
        onChange={(pairs) => form.setFieldValue('data', pairs)}
      />
    </>
  )
}
