// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { IconDots } from '@tabler/icons-react'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import { TypedConfirm } from '../../../ui/TypedConfirm.tsx'
import { formsOf, idOf, saidIn, type Menu } from '../document/appDocument.ts'
import type { Change } from '../editing/draft.ts'
import { useEditing, useLanguages } from '../editing/EditingContext.tsx'
import classes from './PartActions.module.css'

type Props = {
  part: Menu
  kind: 'menu' | 'form'
  menuId: string
  index: number
  count: number
  onDo: (change: Change) => Promise<void>
}

/** What can be done with a menu or a form in the tree. */
export function PartActions({ part, kind, menuId, index, count, onDo }: Props) {
  const t = useT()
  const editing = useEditing()
  const languages = useLanguages()
  const [, setParams] = useSearchParams()
  const [removing, setRemoving] = useState(false)
  const id = idOf(part)
  const name = saidIn(part['name'], languages) || t('builder.unnamed')
  const move = (position: number): Change => ({
    move: { id, ...(kind === 'form' ? { menuId } : {}), position },
  })
  const actions: { label: string; onClick: () => void }[] = [
    ...(index > 0
      ? [{ label: t('builder.moveUp'), onClick: () => void onDo(move(index - 1)) }]
      : []),
    ...(index < count - 1
      ? [{ label: t('builder.moveDown'), onClick: () => void onDo(move(index + 1)) }]
      : []),
    ...(kind === 'form'
      ? [
          {
            label: t('action.copy'),
            onClick: () =>
              void onDo({ copyForm: { formId: id, name: t('copyApp.name', { name }) } }),
          },
        ]
      : []),
    { label: t('action.delete'), onClick: () => setRemoving(true) },
  ]
  return (
    <>
      <Disclosure
        label={t('builder.actionsOf', { name })}
        side="end"
        className={classes['target']}
        button={<IconDots size={16} aria-hidden />}
      >
        {(close) => (
          <div className={classes['panel']}>
            {actions.map(({ label, onClick }) => (
              <UnstyledButton
                key={label}
                className={classes['entry'] ?? ''}
                onClick={() => {
                  close()
                  onClick()
                }}
              >
                {label}
              </UnstyledButton>
            ))}
          </div>
        )}
      </Disclosure>
      {removing && (
        <TypedConfirm
          title={t('builder.remove.title', { name })}
          text={
            kind === 'menu'
              ? t('builder.remove.menu', { forms: formsOf(part).length })
              : t('builder.remove.form')
          }
          name={name}
          confirmLabel={t('action.delete')}
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            const problem = await editing.doNow({ remove: id })
            if (problem) return [{ field: null, message: problem }]
            setRemoving(false)
            setParams({})
            return undefined
          }}
        />
      )}
    </>
  )
}
