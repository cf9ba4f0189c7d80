// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Textarea } from '@mantine/core'
import type { UseFormReturnType } from '@mantine/form'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { TypeChoice } from './forwarderQuery.ts'
import type { ForwarderValues } from './forwarderValues.ts'

type Props = { form: UseFormReturnType<ForwarderValues>; type: TypeChoice }

/** How what is sent is made, for formats that have to be told. */
export function ScriptField({ form, type }: Props) {
  const t = useT()
  const { format, script } = form.values
  const chosen = type.formats.find(({ slug }) => slug === format) ?? type.formats[0]
  if (!chosen?.language) return null
  const { language, example } = chosen
  return (
    <Stack gap="xs" align="flex-start">
      <Textarea
        w="100%"
        label={t('forwarder.script')}
        description={t('forwarder.script.help', { language })}
        autosize
        minRows={8}
        maxRows={24}
        spellCheck={false}
        styles={{ input: { fontFamily: 'var(--mantine-font-family-monospace)' } }}
        {...form.getInputProps('script')}
      />
      {example && !script && (
        <Button size="xs" variant="default" onClick={() => form.setFieldValue('script', example)}>
          {t('forwarder.script.example')}
        </Button>
      )}
    </Stack>
  )
}
