// SPDX-License-Identifier: Apache-2.0
import { Stack } from '@mantine/core'
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { RelatedCase } from './RelatedCase.tsx'
import { relativesOf, RelativesFragment } from './relatives.ts'
import classes from './RelatedTab.module.css'

export const RelatedTabFragment = graphql(
  `
    fragment RelatedTab on Case {
      caseId
      ...Relatives
    }
  `,
  [RelativesFragment],
)

type Props = { case: FragmentOf<typeof RelatedTabFragment>; name: string }

/** The cases this one points to, and those that point to it; both ways can be followed further. */
export function RelatedTab({ case: found, name }: Props) {
  const t = useT()
  const { caseId, ...masked } = readFragment(RelatedTabFragment, found)
  const up = relativesOf(masked, 'up')
  const down = relativesOf(masked, 'down')
  if (up.length === 0 && down.length === 0) {
    return (
      <Panel>
        <EmptyState title={t('related.none.title')} hint={t('related.none.hint')} />
      </Panel>
    )
  }
  const parts = [
    { way: 'up', title: t('related.up', { name }), relatives: up },
    { way: 'down', title: t('related.down', { name }), relatives: down },
  ] as const
  return (
    <Stack>
      {parts
        .filter(({ relatives }) => relatives.length > 0)
        .map(({ way, title, relatives }) => (
          <Panel key={way} title={title}>
            <ul className={classes['tree']}>
              {relatives.map((relative) => (
                <RelatedCase
                  key={`${relative.identifier} ${relative.caseId}`}
                  relative={relative}
                  way={way}
                  trail={[caseId]}
                />
              ))}
            </ul>
          </Panel>
        ))}
    </Stack>
  )
}
