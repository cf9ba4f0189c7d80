// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../../lib/i18n/languages.ts'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import type { Owner } from '../document/appDocument.ts'
import { textOf } from '../document/json.ts'
import { useLanguages, useValue } from '../editing/EditingContext.tsx'
import { MediaField } from './MediaField.tsx'
import type { MediaKind } from './mediaPaths.ts'

type Props = { owner: Owner; keys: string[]; kind: MediaKind; label: MessageKey }

/** The picture or the sound of something in a menu, in every language of the application. */
export function MediaFields({ owner, keys, kind, label }: Props) {
  const t = useT()
  const languages = useLanguages()
  return languages.map((language) => (
    <InLanguage
      key={language}
      owner={owner}
      keys={[...keys, language]}
      kind={kind}
      label={languages.length > 1 ? `${t(label)} (${language})` : t(label)}
      language={language}
    />
  ))
}

type InLanguageProps = Omit<Props, 'label'> & { label: string; language: string }

function InLanguage({ owner, keys, kind, label, language }: InLanguageProps) {
  const [path, set] = useValue(owner, ...keys)
  const place = owner.kind === 'app' ? owner.kind : `${owner.kind}-${owner.id.slice(0, 8)}`
  return (
    <MediaField
      label={label}
      kind={kind}
      path={textOf(path)}
      stem={`${place}-${language}`}
      onChange={(next) => set(next || undefined)}
    />
  )
}
