// SPDX-License-Identifier: Apache-2.0
import { Button, Text } from '@mantine/core'
import { useHotkeys } from '@mantine/hooks'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { Link, useSearchParams } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { paths } from '../../lib/paths.ts'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { LeaveGuard } from '../../ui/form/LeaveGuard.tsx'
import { Page } from '../../ui/page/Page.tsx'
import { TextLink } from '../../ui/TextLink.tsx'
import classes from './Builder.module.css'
import { formPlace, menuOf } from './document/appDocument.ts'
import { textOf } from './document/json.ts'
import { ConflictDialog } from './editing/ConflictDialog.tsx'
import { useAppDocument, useEditing, useEditingState } from './editing/EditingContext.tsx'
import { ProblemsProvider } from './editing/ProblemsContext.tsx'
import { SavingState } from './editing/SavingState.tsx'
import { FormPanel } from './FormPanel.tsx'
import { MenuPanel } from './MenuPanel.tsx'
import { AppPanel } from './settings/AppPanel.tsx'
import { AppTree } from './tree/AppTree.tsx'

/** Menus and forms at the left, what is chosen of them beside it. */
export function Builder({ appId }: { appId: string }) {
  const t = useT()
  const { name: project, may } = useProject()
  const editing = useEditing()
  const app = useAppDocument()
  const [params] = useSearchParams()
  const saving = useEditingState((state) => state.saving)
  const mayUndo = useEditingState(({ history }) => history.past.length > 0)
  const mayRedo = useEditingState(({ history }) => history.future.length > 0)
  useHotkeys(
    [
      ['mod+S', () => void editing.saveNow()],
      ['mod+Z', () => editing.undo()],
      ['mod+shift+Z', () => editing.redo()],
      ['mod+Y', () => editing.redo()],
    ],
    [],
  )
  const formId = params.get('form') ?? ''
  const menuId = params.get('menu') ?? ''
  const place = formPlace(app, formId)
  const menu = menuOf(app, menuId)
  return (
    <Page
      title={textOf(app['name'])}
      purpose={<SavingState />}
      parent={<TextLink to={paths.apps(project)}>{t('apps.title')}</TextLink>}
      actions={
        <>
          <Button
            variant="default"
            leftSection={<IconArrowBackUp size={16} aria-hidden />}
            disabled={!mayUndo}
            onClick={() => editing.undo()}
          >
            {t('action.undo')}
          </Button>
          <Button
            variant="default"
            leftSection={<IconArrowForwardUp size={16} aria-hidden />}
            disabled={!mayRedo}
            onClick={() => editing.redo()}
          >
            {t('builder.redo')}
          </Button>
          <Button component={Link} to={paths.appReleases(project, appId)}>
            {t('releases.title')}
          </Button>
        </>
      }
    >
      <LeaveGuard when={saving === 'failed' || saving === 'conflict'} />
      {saving === 'conflict' && <ConflictDialog />}
      {!may('edit_apps') && <Text c="dimmed">{t('builder.readOnly')}</Text>}
      <ProblemsProvider appId={appId}>
        <fieldset disabled={!may('edit_apps')} className={classes['builder']}>
          <AppTree />
          <div className={classes['content']}>
            {place ? (
              <FormPanel key={formId} menu={place.menu} form={place.form} />
            ) : menu ? (
              <MenuPanel key={menuId} menu={menu} />
            ) : (
              <AppPanel />
            )}
          </div>
        </fieldset>
      </ProblemsProvider>
    </Page>
  )
}
