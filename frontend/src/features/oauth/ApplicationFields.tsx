// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack, Text, Textarea, TextInput } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { Problem } from '../../ui/form/EditForm.tsx'
import type { ApplicationKind } from './kinds.ts'
import { choosableScopes, personalScopes, scopeWords } from './scopes.ts'

export type ApplicationValues = { name: string; redirectUris: string; scopes: string[] }

type Props = {
  kind: ApplicationKind
  values: ApplicationValues
  problems: Problem[]
  onChange: (values: ApplicationValues) => void
}

/** What every program has: a name, where it gets its answers, and what it may ask for. */
export function ApplicationFields({ kind, values, problems, onChange }: Props) {
  const t = useT()
  const problem = (field: string) =>
    problems
      .filter((each) => each.field === field)
      .map(({ message }) => message)
      .join(' ') || null
  const offered = choosableScopes.filter(
    (scope) => kind !== 'SERVICE' || !personalScopes.includes(scope),
  )
  return (
    <Stack>
      <TextInput
        label={t('oauth.column.name')}
        description={t('oauth.nameHelp')}
        value={values.name}
        onChange={(event) => onChange({ ...values, name: event.currentTarget.value })}
        error={problem('name')}
      />
      {kind !== 'SERVICE' && (
        <Textarea
          label={t('oauth.redirectUris')}
          description={t('oauth.redirectUrisHelp')}
          autosize
          minRows={2}
          value={values.redirectUris}
          onChange={(event) => onChange({ ...values, redirectUris: event.currentTarget.value })}
          error={problem('redirectUris')}
        />
      )}
      <Checkbox.Group
        label={t('oauth.column.scopes')}
        description={t('oauth.scopesHelp')}
        value={values.scopes}
        onChange={(scopes) => onChange({ ...values, scopes })}
        error={problem('scopes')}
      >
        <Stack mt="xs" gap="xs">
          {offered.map((scope) => (
            <Checkbox
              key={scope}
              value={scope}
              label={
                <>
                  {scope}{' '}
                  <Text span size="sm" c="dimmed">
                    {t(scopeWords[scope] ?? 'oauth.scope.openid')}
                  </Text>
                </>
              }
            />
          ))}
        </Stack>
      </Checkbox.Group>
    </Stack>
  )
}

/** As the server wants them: one address in a line, and no scope that the kind does not have. */
export function inputOf(kind: ApplicationKind, { name, redirectUris, scopes }: ApplicationValues) {
  const service = kind === 'SERVICE'
  return {
    name: name.trim(),
    redirectUris: service
      ? []
      : redirectUris
          .split('\n')
          .map((uri) => uri.trim())
          .filter(Boolean),
    scopes: scopes.filter((scope) => !service || !personalScopes.includes(scope)),
  }
}
