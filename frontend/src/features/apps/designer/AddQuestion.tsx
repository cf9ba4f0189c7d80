// SPDX-License-Identifier: Apache-2.0
import { UnstyledButton } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Disclosure } from '../../../ui/Disclosure.tsx'
import type { QuestionType } from '../xform/questionTypes.ts'
import classes from './AddQuestion.module.css'
import { typeGroups, typeWords } from './typeWords.ts'

/** All kinds of questions, grouped. */
export function AddQuestion({ onAdd }: { onAdd: (type: QuestionType) => void }) {
  const t = useT()
  return (
    <Disclosure
      side="start"
      className={classes['target']}
      button={
        <>
          <IconPlus size={16} aria-hidden />
          {t('designer.add')}
        </>
      }
    >
      {(close) => (
        <div className={classes['panel']}>
          {typeGroups.map(({ title, types }) => (
            <section key={title}>
              <h3 className={classes['title']}>{t(title)}</h3>
              {types.map((type) => (
                <UnstyledButton
                  key={type}
                  className={classes['entry'] ?? ''}
                  onClick={() => {
                    close()
                    onAdd(type)
                  }}
                >
                  {t(typeWords[type])}
                </UnstyledButton>
              ))}
            </section>
          ))}
        </div>
      )}
    </Disclosure>
  )
}
