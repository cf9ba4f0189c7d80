// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Stack, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Dialog } from '../../../ui/Dialog.tsx'
import { EditForm, type Problem } from '../../../ui/form/EditForm.tsx'
import { WorkerSelect } from '../../../ui/WorkerSelect.tsx'
import { linesOfSettings, settingsOfLines } from './profileSettings.ts'

/** A way to install; the first language is the one it starts in. */
export type Profile = {
  id: string
  name: string
  langs: string[]
  practice: string
  settings: Readonly<Record<string, string>>
}

type Props = {
  profile: Profile
  languages: readonly string[]
  onClose: () => void
  onSave: (profile: Profile) => Promise<Problem[] | undefined>
}

/** Asks for the name of a language profile, its languages, and who practises with it. */
export function ProfileForm({ profile, languages, onClose, onSave }: Props) {
  const t = useT()
  const form = useForm({
    initialValues: {
      name: profile.name,
      langs: profile.langs,
      practice: profile.practice,
      settings: linesOfSettings(profile.settings),
    },
    validate: {
      name: (name) => (name.trim() ? null : t('languageProfiles.name.missing')),
      langs: (langs) => (langs.length > 0 ? null : t('languageProfiles.languages.missing')),
      settings: (lines) => (settingsOfLines(lines) ? null : t('languageProfiles.settings.invalid')),
    },
  })
  return (
    <Dialog title={t('languageProfiles.profile')} onClose={onClose}>
      <EditForm
        form={form}
        submitLabel={t('action.save')}
        onCancel={onClose}
        onSubmit={async ({ name, langs, practice, settings }) => {
          const problems = await onSave({
            id: profile.id,
            name: name.trim(),
            langs,
            practice,
            settings: settingsOfLines(settings) ?? {},
          })
          if (problems) return problems
          form.resetDirty()
          onClose()
          return undefined
        }}
      >
        <TextInput
          label={t('languageProfiles.name')}
          autoComplete="off"
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Checkbox.Group
          label={t('languageProfiles.languages')}
          description={t('languageProfiles.languages.help')}
          {...form.getInputProps('langs')}
        >
          <Stack gap="xs" mt="xs">
            {languages.map((language) => (
              <Checkbox key={language} value={language} label={language} />
            ))}
          </Stack>
        </Checkbox.Group>
        <WorkerSelect
          label={t('languageProfiles.practice')}
          nobody={t('languageProfiles.practice.app')}
          value={form.values.practice || null}
          onChange={(userId) => form.setFieldValue('practice', userId ?? '')}
        />
        <Textarea
          label={t('languageProfiles.settings')}
          description={t('languageProfiles.settings.help')}
          autosize
          minRows={2}
          spellCheck={false}
          {...form.getInputProps('settings')}
        />
      </EditForm>
    </Dialog>
  )
}
