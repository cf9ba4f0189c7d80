// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { Panel } from '../../../ui/Panel.tsx'
import type { Owner } from '../document/appDocument.ts'
import { DevicePanel } from './device/DevicePanel.tsx'
import { ChoiceField, FlagField, LineField } from './ValueFields.tsx'

const owner: Owner = { kind: 'app' }

/** What few applications say otherwise than all others, and how phones behave. */
export function MoreAppSettings() {
  const t = useT()
  return (
    <>
      <Panel spaced title={t('app.more')}>
        <FlagField
          owner={owner}
          keys={['secure_submissions']}
          label="app.secure"
          help="app.secure.help"
        />
        <ChoiceField
          owner={owner}
          keys={['grid_form_menus']}
          label="app.gridMenus"
          usual="none"
          options={[
            { value: 'none', label: t('app.gridMenus.none') },
            { value: 'all', label: t('app.gridMenus.all') },
            { value: 'some', label: t('app.gridMenus.some') },
          ]}
        />
        <ChoiceField
          owner={owner}
          keys={['translation_strategy']}
          label="app.strategy"
          usual="select-known"
          options={[
            { value: 'select-known', label: t('app.strategy.known') },
            { value: 'simple', label: t('app.strategy.simple') },
            { value: 'dump-known', label: t('app.strategy.all') },
          ]}
        />
        <ChoiceField
          owner={owner}
          keys={['target_commcare_flavor']}
          label="app.flavour"
          usual="none"
          options={[
            { value: 'none', label: t('app.flavour.any') },
            { value: 'commcare', label: 'CommCare' },
            { value: 'commcare_lts', label: 'CommCare LTS' },
          ]}
        />
        <LineField
          owner={owner}
          keys={['custom_base_url']}
          label="app.baseUrl"
          help="app.baseUrl.help"
        />
      </Panel>
      <DevicePanel />
    </>
  )
}
