// SPDX-License-Identifier: Apache-2.0
import { Fragment } from 'react'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { TextLink } from '../../ui/TextLink.tsx'

type Props = { ancestors: readonly { locationId: string; name: string }[] }

/** The way to a location, from the whole tree down. */
export function LocationPath({ ancestors }: Props) {
  const t = useT()
  const { name: project } = useProject()
  return (
    <>
      <TextLink to={paths.organization(project)}>{t('organization.title')}</TextLink>
      {ancestors.map(({ locationId, name }) => (
        <Fragment key={locationId}>
          {' / '}
          <TextLink to={paths.location(project, locationId)}>{name}</TextLink>
        </Fragment>
      ))}
    </>
  )
}
