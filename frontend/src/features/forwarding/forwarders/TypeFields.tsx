// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useQuery } from 'urql'
import { graphql } from '../../../lib/graphql/graphql.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { SelectField } from '../../../ui/SelectField.tsx'
import { ExcludedUsers } from './ExcludedUsers.tsx'
import type { TypeChoice } from './forwarderQuery.ts'
import { wordsIn, type ForwarderValues } from './forwarderValues.ts'
import { fieldsOf } from './typeWords.ts'

const KnownQuery = graphql(`
  query ForwardedKinds($project: String!) {
    project(name: $project) {
      id
      formTypes {
        xmlns
        name
      }
      caseTypes {
        name
      }
    }
  }
`)

type Props = { form: UseFormReturnType<ForwarderValues>; type: TypeChoice }

/** What only some types ask for: which forms or cases, and whose changes not. */
export function TypeFields({ form, type }: Props) {
  const t = useT()
  const { name: project, may } = useProject()
  const fields = fieldsOf(type.slug)
  const [{ data }] = useQuery({
    query: KnownQuery,
    variables: { project },
    pause: !(fields.users && (may('view_reports') || may('edit_data'))),
  })
  const { excludedUserIds } = form.values
  return (
    <>
      {fields.appId && (
        <Checkbox
          label={t('forwarder.appId')}
          {...form.getInputProps('includeAppId', { type: 'checkbox' })}
        />
      )}
      {fields.caseTypes && (
        <Words
          form={form}
          name="caseTypes"
          label={t('forwarder.caseTypes')}
          help={t('forwarder.caseTypes.help')}
          add={t('forwarder.caseTypes.add')}
          known={data?.project?.caseTypes.map(({ name }) => ({ value: name, label: name })) ?? []}
        />
      )}
      {fields.users && (
        <ExcludedUsers
          userIds={excludedUserIds}
          onChange={(ids) => form.setFieldValue('excludedUserIds', ids)}
        />
      )}
      {fields.xmlnses && (
        <Words
          form={form}
          name="xmlnses"
          label={t('forwarder.xmlnses')}
          help={t('forwarder.xmlnses.help')}
          add={t('forwarder.xmlnses.add')}
          known={
            data?.project?.formTypes.map(({ xmlns, name }) => ({
              value: xmlns,
              label: name ? `${name} (${xmlns})` : xmlns,
            })) ?? []
          }
        />
      )}
    </>
  )
}

type WordsProps = {
  form: UseFormReturnType<ForwarderValues>
  name: 'xmlnses' | 'caseTypes'
  label: string
  help: string
  add: string
  known: { value: string; label: string }[]
}

/** A list that is typed, or put together from what the project knows. */
function Words({ form, name, label, help, add, known }: WordsProps) {
  const chosen = wordsIn(form.values[name])
  const more = known.filter(({ value }) => !chosen.includes(value))
  return (
    <Stack gap="xs">
      <Textarea
        label={label}
        description={help}
        autosize
        minRows={2}
        {...form.getInputProps(name)}
      />
      {more.length > 0 && (
        <SelectField
          label={add}
          options={[{ value: '', label: '—' }, ...more]}
          value=""
          onChange={(value) => value && form.setFieldValue(name, [...chosen, value].join('\n'))}
        />
      )}
    </Stack>
  )
}
