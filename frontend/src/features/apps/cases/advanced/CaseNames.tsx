// SPDX-License-Identifier: Apache-2.0
import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useT } from '../../../../lib/i18n/I18nContext.tsx'
import { isCaseType } from '../caseNames.ts'
import { isTag } from './actions.ts'

type Props = {
  caseType: string
  tag: string
  tags: readonly string[]
  onType: (caseType: string) => void
  onRename: (tag: string) => void
}

/** Of which type a case of the form is, and what it is called in the form. */
export function CaseNames({ caseType, tag, tags, onType, onRename }: Props) {
  const t = useT()
  return (
    <>
      <TextInput
        label={t('menu.caseType')}
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        value={caseType}
        error={isCaseType(caseType) ? null : t('menu.caseType.invalid')}
        onChange={(event) => onType(event.currentTarget.value)}
      />
      <TagField tag={tag} others={tags.filter((each) => each !== tag)} onChange={onRename} />
    </>
  )
}

type TagProps = { tag: string; others: string[]; onChange: (tag: string) => void }

/** Taken over when the field is left, if it is a name that no other case of the form has. */
function TagField({ tag, others, onChange }: TagProps) {
  const t = useT()
  const [typed, setTyped] = useState<string | null>(null)
  const problem =
    typed === null || (isTag(typed) && !others.includes(typed)) ? null : t('advanced.tag.invalid')
  return (
    <TextInput
      label={t('advanced.tag')}
      description={t('advanced.tag.help')}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      value={typed ?? tag}
      error={problem}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (problem !== null) return
        if (typed !== null && typed !== tag) onChange(typed)
        setTyped(null)
      }}
    />
  )
}
