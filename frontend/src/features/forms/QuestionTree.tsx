// SPDX-License-Identifier: Apache-2.0
import { Switch } from '@mantine/core'
import { useState } from 'react'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import classes from './QuestionTree.module.css'
import { questionForest, type QuestionNode } from './questionForest.ts'

export const QuestionTreeFragment = graphql(`
  fragment QuestionTree on FormQuestion {
    path
    name
    depth
    kind
    value
  }
`)

/** The answers in the order of the form, groups inside groups. */
export function QuestionTree({
  questions,
}: {
  questions: readonly FragmentOf<typeof QuestionTreeFragment>[]
}) {
  const t = useT()
  const [unanswered, setUnanswered] = useState(false)
  const all = readFragment(QuestionTreeFragment, questions)
  if (all.length === 0) {
    return (
      <Panel>
        <EmptyState title={t('form.noAnswers.title')} hint={t('form.noAnswers.hint')} />
      </Panel>
    )
  }
  return (
    <Panel
      title={t('form.tab.answers')}
      aside={
        <Switch
          label={t('form.unanswered')}
          checked={unanswered}
          onChange={(event) => setUnanswered(event.currentTarget.checked)}
        />
      }
    >
      <Questions nodes={questionForest(all, unanswered)} />
    </Panel>
  )
}

function Questions({ nodes }: { nodes: QuestionNode[] }) {
  return (
    <ul className={classes['list']}>
      {nodes.map(({ question: { path, name, kind, value }, children }) => (
        <li key={path} title={path}>
          {kind === 'GROUP' ? (
            <>
              <span className={classes['group']}>{name}</span>
              <Questions nodes={children} />
            </>
          ) : (
            <div className={classes['question']}>
              <span className={classes['name']}>{name}</span>
              <span className={classes['value']}>{value || '—'}</span>
            </div>
          )}
        </li>
      ))}
    </ul>
  )
}
