// SPDX-License-Identifier: Apache-2.0
import { Button, CloseButton, Group, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { withValue } from '../document/appDocument.ts'
import { useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { isLanguageCode } from './languageCodes.ts'

/** The languages of the application; phones start in the first. Taking one away keeps what was said in it. */
export function LanguagesField() {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string | null>(null)
  const set = (next: string[]) =>
    editing.changeDocument((app) => withValue(app, { kind: 'app' }, ['langs'], next))
  const add = () => {
    const code = typed.trim()
    if (!isLanguageCode(code)) setProblem(t('languages.code.invalid'))
    else if (languages.includes(code)) setProblem(t('languages.code.twice'))
    else {
      set([...languages, code])
      setTyped('')
    }
  }
  return (
    <Stack gap="sm">
      {languages.map((code, index) => (
        <Group key={code} gap="sm">
          <Text component="code" w={60}>
            {code}
          </Text>
          {index === 0 ? (
            <Text c="dimmed" size="sm">
              {t('languages.default')}
            </Text>
          ) : (
            <>
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => set([code, ...languages.filter((each) => each !== code)])}
              >
                {t('languages.makeDefault')}
              </Button>
              <CloseButton
                aria-label={t('languages.remove', { code })}
                onClick={() => set(languages.filter((each) => each !== code))}
              />
            </>
          )}
        </Group>
      ))}
      <Group align="flex-start">
        <TextInput
          label={t('languages.add')}
          description={t('languages.code.help')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          value={typed}
          error={problem}
          onChange={(event) => {
            setProblem(null)
            setTyped(event.currentTarget.value)
          }}
          onKeyDown={(event) => event.key === 'Enter' && add()}
        />
        <Button variant="default" mt={46} onClick={add}>
          {t('languages.add.submit')}
        </Button>
      </Group>
    </Stack>
  )
}
