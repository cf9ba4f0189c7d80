// SPDX-License-Identifier: Apache-2.0
import { Title } from '@mantine/core'
import { lazy, Suspense } from 'react'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { idOf, saidIn, type Menu } from './document/appDocument.ts'
import { caseTypeOf } from './document/shownForms.ts'
import { useAppDocument, useLanguages } from './editing/EditingContext.tsx'
import { DetailDesigner } from './lists/DetailDesigner.tsx'
import { PanelTabs } from './PanelTabs.tsx'
import { MenuSettings } from './settings/MenuSettings.tsx'

const SearchPanel = lazy(async () => ({
  default: (await import('./search/SearchPanel.tsx')).SearchPanel,
}))

/** One menu: what its case list shows, how cases are searched for, and its settings. */
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
    {
      id: 'search',
      label: t('search.title'),
      content: () => (
        <Suspense>
          <SearchPanel menu={menu} />
        </Suspense>
      ),
    },
  ]
  const hasCases = caseTypeOf(useAppDocument(), menu) !== ''
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
