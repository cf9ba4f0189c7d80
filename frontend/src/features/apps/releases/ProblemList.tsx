// SPDX-License-Identifier: Apache-2.0
import { List } from '@mantine/core'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Status } from '../../../ui/Status.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { inBuilder } from '../appPaths.ts'
import type { AppProblem } from '../editing/ProblemsContext.tsx'

type Props = { appId: string; problems: readonly AppProblem[] }

/** What is wrong with an application, each with a way to its place in the builder. */
export function ProblemList({ appId, problems }: Props) {
  const t = useT()
  const { name: project } = useProject()
  const to = ({ formId, menuId, question }: AppProblem) =>
    formId
      ? inBuilder.form(project, appId, formId, question ?? undefined)
      : menuId
        ? inBuilder.menu(project, appId, menuId)
        : paths.app(project, appId)
  return (
    <List size="sm" spacing="xs">
      {problems.map((problem) => (
        <List.Item key={`${problem.place} ${problem.message}`}>
          {problem.severity === 'ERROR' ? (
            <Status tone="bad" label={t('problem.error')} />
          ) : (
            <Status tone="warn" label={t('problem.warning')} />
          )}{' '}
          <TextLink to={to(problem)} underline="always">
            {problem.place || t('builder.app')}
          </TextLink>
          : {problem.message}
        </List.Item>
      ))}
    </List>
  )
}
