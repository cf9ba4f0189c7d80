// SPDX-License-Identifier: Apache-2.0
import { Skeleton, UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import { CaseStatus } from './CaseStatus.tsx'
import classes from './RelatedTab.module.css'
import { relativesOf, RelativesFragment, type Relative, type Way } from './relatives.ts'

const RelativesQuery = graphql(
  `
    query CaseRelatives($project: String!, $caseId: String!) {
      project(name: $project) {
        id
        case(caseId: $caseId) {
          id
          ...Relatives
        }
      }
    }
  `,
  [RelativesFragment],
)

type Props = {
  relative: Relative
  way: Way
  /** The cases between the page's case and this one, so that a circle of links ends. */
  trail: string[]
}

/** A line of the tree that opens to the next cases the same way. */
export function RelatedCase({ relative, way, trail }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const [open, setOpen] = useState(false)
  const { caseId, identifier, relationship, type, case: found } = relative
  const name = found?.name || t('case.unnamed')
  const ends = !found || trail.includes(caseId)
  return (
    <li>
      <div className={classes['line']}>
        {ends ? (
          <span className={classes['toggle']} />
        ) : (
          <UnstyledButton
            className={classes['toggle'] ?? ''}
            aria-expanded={open}
            aria-label={t(open ? 'related.fold' : 'related.unfold', { name })}
            onClick={() => setOpen(!open)}
          >
            <IconChevronRight size={16} aria-hidden />
          </UnstyledButton>
        )}
        <span className={classes['name']}>
          {found ? (
            <TextLink to={paths.case(project, caseId)} fw={500}>
              {name}
            </TextLink>
          ) : (
            t('related.gone', { caseId })
          )}
        </span>
        <span className={classes['link']}>
          {type} · {identifier} ({relationship})
        </span>
        {found && <CaseStatus closed={found.closed} deleted={found.deleted} />}
      </div>
      {open && <NextCases caseId={caseId} way={way} trail={[...trail, caseId]} />}
    </li>
  )
}

function NextCases({ caseId, way, trail }: { caseId: string; way: Way; trail: string[] }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data }] = useQuery({ query: RelativesQuery, variables: { project, caseId } })
  const found = data?.project?.case
  if (!found) return <Skeleton h={20} w={240} ml={36} my={6} />
  const relatives = relativesOf(found, way)
  if (relatives.length === 0) return <p className={classes['end']}>{t('related.end')}</p>
  return (
    <ul className={classes['tree']}>
      {relatives.map((relative) => (
        <RelatedCase
          key={`${relative.identifier} ${relative.caseId}`}
          relative={relative}
          way={way}
          trail={trail}
        />
      ))}
    </ul>
  )
}
