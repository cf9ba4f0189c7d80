// SPDX-License-Identifier: Apache-2.0
import { graphql, readFragment, type FragmentOf } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FactList } from '../../ui/FactList.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { PersonName } from '../../ui/PersonName.tsx'
import { When } from '../../ui/When.tsx'

export const MetadataTabFragment = graphql(`
  fragment MetadataTab on Form {
    formId
    xmlns
    userId
    username
    submittedBy
    submittedByUser {
      userId
      displayName
    }
    deviceId
    appId
    buildId
    appVersion
    commcareVersion
    timeStart
    timeEnd
    receivedOn
    editedOn
  }
`)

export function MetadataTab({ form }: { form: FragmentOf<typeof MetadataTabFragment> }) {
  const t = useT()
  const meta = readFragment(MetadataTabFragment, form)
  return (
    <Panel title={t('form.tab.metadata')}>
      <FactList
        facts={[
          { label: t('meta.started'), value: when(meta.timeStart) },
          { label: t('meta.completed'), value: when(meta.timeEnd) },
          { label: t('meta.received'), value: when(meta.receivedOn) },
          { label: t('meta.edited'), value: when(meta.editedOn) },
          { label: t('meta.username'), value: meta.username },
          { label: t('meta.userId'), value: meta.userId },
          {
            label: t('meta.submittedBy'),
            value: meta.submittedBy && (
              <PersonName user={meta.submittedByUser} otherwise={meta.submittedBy} />
            ),
          },
          { label: t('meta.device'), value: meta.deviceId },
          { label: t('meta.appVersion'), value: meta.appVersion },
          { label: t('meta.commcareVersion'), value: meta.commcareVersion },
          { label: t('meta.app'), value: meta.appId },
          { label: t('meta.build'), value: meta.buildId },
          { label: t('meta.xmlns'), value: meta.xmlns },
          { label: t('meta.form'), value: meta.formId },
        ]}
      />
    </Panel>
  )
}

function when(at: string | null) {
  return at && <When at={at} />
}
