// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { signInHref, type ProviderWay } from '../../lib/session/providerWay.ts'

type Props = { way: ProviderWay; next: string | null; onBack: () => void }

/** Where people of an organisation sign in that vouches for them; a password opens nothing to them. */
export function ProviderStep({ way, next, onBack }: Props) {
  const t = useT()
  return (
    <Stack>
      <Text size="sm">{t('providerStep.purpose', { username: way.username })}</Text>
      <Button component="a" size="md" href={signInHref(way, next)}>
        {t('providerStep.go', { name: way.provider })}
      </Button>
      <Button variant="subtle" onClick={onBack}>
        {t('codeStep.back')}
      </Button>
    </Stack>
  )
}
