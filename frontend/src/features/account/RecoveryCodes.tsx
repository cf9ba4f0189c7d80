// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Code, Group, SimpleGrid, Text } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { CopyText } from '../../ui/CopyText.tsx'

/** Shown once; whoever lost her phone comes in with them. */
export function RecoveryCodes({ codes, onDone }: { codes: string[]; onDone: () => void }) {
  const t = useT()
  return (
    <Alert variant="outline" role="status" title={t('recoveryCodes.title')}>
      <Text size="sm" mb="sm">
        {t('recoveryCodes.text')}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" mb="md">
        {codes.map((code) => (
          <Code key={code} fz={14}>
            {code}
          </Code>
        ))}
      </SimpleGrid>
      <Group>
        <CopyText value={codes.join('\n')} label={t('action.copy')} variant="default" />
        <Button onClick={onDone}>{t('recoveryCodes.kept')}</Button>
      </Group>
    </Alert>
  )
}
