// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { useLanguages } from '../editing/EditingContext.tsx'
import { MediaField } from '../media/MediaField.tsx'
import type { MediaKind } from '../media/mediaPaths.ts'
import type { Text } from '../xform/form.ts'
import { withWords } from '../xform/texts.ts'

const kinds: [kind: MediaKind, label: MessageKey][] = [
  ['image', 'question.media.image'],
  ['audio', 'question.media.audio'],
  ['video', 'question.media.video'],
]

type Props = {
  text: Text
  /** What new files are called, without language and ending. */
  stem: string
  /** Before the names of the fields, where there are several such. */
  of?: string
  onChange: (change: (before: Text) => Text, field: string) => void
}

/** What is shown and played beside a text, in every language of the application. */
export function TextMedia({ text, stem, of, onChange }: Props) {
  const t = useT()
  const languages = useLanguages()
  return kinds.flatMap(([kind, word]) =>
    languages.map((language) => {
      const label = languages.length > 1 ? `${t(word)} (${language})` : t(word)
      return (
        <MediaField
          key={`${kind} ${language}`}
          label={of ? `${of}: ${label}` : label}
          kind={kind}
          path={text.values[language]?.[kind] ?? ''}
          stem={`${stem}-${language}`}
          onChange={(path) =>
            onChange((before) => withWords(before, language, path, kind), `${kind} ${language}`)
          }
        />
      )
    }),
  )
}
