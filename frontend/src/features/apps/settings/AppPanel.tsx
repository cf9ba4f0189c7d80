// SPDX-License-Identifier: Apache-2.0
import { Stack, Text } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { paths } from '../../../lib/paths.ts'
import { useProject } from '../../../lib/project/ProjectContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import { TextLink } from '../../../ui/TextLink.tsx'
import { menusOf, type Owner } from '../document/appDocument.ts'
import { useAppDocument } from '../editing/EditingContext.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { useProblems } from '../editing/ProblemsContext.tsx'
import { ProblemList } from '../releases/ProblemList.tsx'
import { LanguagesField } from './LanguagesField.tsx'
import { FlagField, LineField, NoteField } from './ValueFields.tsx'

const MoreAppSettings = lazy(async () => ({
  default: (await import('./MoreAppSettings.tsx')).MoreAppSettings,
}))

const owner: Owner = { kind: 'app' }

/** What holds for the whole application. */
export function AppPanel() {
  const t = useT()
  const { appId, problems, known } = useProblems()
  const { name: project } = useProject()
  const isEmpty = menusOf(useAppDocument()).length === 0
  return (
    <Stack gap="lg">
      {isEmpty && (
        <Panel>
          <EmptyState title={t('builder.empty.title')} hint={t('builder.empty.hint')} />
        </Panel>
      )}
      <Panel spaced title={t('app.settings')}>
        <LineField
          owner={owner}
          keys={['name']}
          label="apps.name"
          check={(text) => (text.trim() ? null : t('apps.name.missing'))}
        />
        <NoteField owner={owner} keys={['comment']} label="question.comment" />
        <FlagField
          owner={owner}
          keys={['case_sharing']}
          label="app.caseSharing"
          help="app.caseSharing.help"
        />
        <FlagField owner={owner} keys={['auto_gps_capture']} label="app.gps" />
        <FlagField owner={owner} keys={['use_grid_menus']} label="app.grid" />
        <FlagField owner={owner} keys={['cloudcare_enabled']} label="app.webApps" />
      </Panel>
      {!isEmpty && (
        <Panel spaced title={t('check.title')}>
          {problems.length > 0 ? (
            <ProblemList appId={appId} problems={problems} />
          ) : (
            <Text c="dimmed">{t(known ? 'check.none' : 'state.loading')}</Text>
          )}
        </Panel>
      )}
      <Panel spaced title={t('media.title')}>
        <Text c="dimmed">{t('media.purpose')}</Text>
        <TextLink to={paths.appMedia(project, appId)}>{t('media.all')}</TextLink>
      </Panel>
      <Panel spaced title={t('languages.title')}>
        <LanguagesField />
        <TextLink to={paths.appTranslations(project, appId)}>{t('translations.title')}</TextLink>
      </Panel>
      <Suspense>
        <MoreAppSettings />
      </Suspense>
    </Stack>
  )
}
