// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { idOf, saidIn, type Menu } from './document/appDocument.ts'
import { textOf } from './document/json.ts'
import { useLanguages } from './editing/EditingContext.tsx'
import { DetailDesigner } from './lists/DetailDesigner.tsx'
import { PanelTabs } from './PanelTabs.tsx'
import { MenuSettings } from './settings/MenuSettings.tsx'

/** One menu: what its case list shows, and its settings. */
export function MenuPanel({ menu }: { menu: Menu }) {
  const t = useT()
  const languages = useLanguages()
  const name = saidIn(menu['name'], languages)
  const settings = {
    id: 'settings',
    label: t('menu.settings'),
    content: () => <MenuSettings menu={menu} />,
  }
  const lists = [
    {
      id: 'list',
      label: t('menu.caseList'),
      content: () => <DetailDesigner menu={menu} kind="short" />,
    },
    {
      id: 'detail',
      label: t('menu.caseDetail'),
      content: () => <DetailDesigner menu={menu} kind="long" />,
    },
  ]
  const hasCases = textOf(menu['case_type']) !== ''
  return (
    <section aria-label={name}>
      <Title order={2} fz={19} mb="sm">
        {name}
      </Title>
      <PanelTabs
        key={idOf(menu)}
        label={name}
        tabs={hasCases ? [...lists, settings] : [settings]}
      />
    </section>
  )
}
