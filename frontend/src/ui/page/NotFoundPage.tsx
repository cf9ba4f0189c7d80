// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { Link } from 'react-router'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import type { MessageKey } from '../../lib/i18n/languages.ts'
import { Page } from './Page.tsx'

type Props = { what: keyof typeof texts; back: string }

const texts = {
  page: 'notFound.page',
  project: 'notFound.project',
  case: 'notFound.case',
  form: 'notFound.form',
  worker: 'notFound.worker',
  location: 'notFound.location',
  level: 'notFound.level',
  lookupTable: 'notFound.lookupTable',
  lookupRow: 'notFound.lookupRow',
  product: 'notFound.product',
  group: 'notFound.group',
  profile: 'notFound.profile',
  role: 'notFound.role',
  app: 'notFound.app',
  job: 'notFound.job',
} satisfies Record<string, MessageKey>

export function NotFoundPage({ what, back }: Props) {
  const t = useT()
  return (
    <Page title={t('notFound.title')} purpose={t(texts[what])} narrow>
      <div>
        <Button component={Link} to={back} variant="default">
          {t('action.goBack')}
        </Button>
      </div>
    </Page>
  )
}
