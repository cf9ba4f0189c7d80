// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'

/** The way between the fields and the profiles. */
export function UserDataLink({ to }: { to: 'fields' | 'profiles' }) {
  const t = useT()
  const { name: project } = useProject()
  return (
    <Button
      component={Link}
      variant="default"
      to={to === 'fields' ? paths.userData(project) : paths.userDataProfiles(project)}
    >
      {t(to === 'fields' ? 'userData.fields' : 'userData.profiles')}
    </Button>
  )
}
