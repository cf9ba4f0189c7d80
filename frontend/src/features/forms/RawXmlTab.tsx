// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Skeleton } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useQuery } from 'urql'
import { graphql } from '../../lib/graphql/graphql.ts'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { useProject } from '../../lib/project/ProjectContext.tsx'
import { CopyText } from '../../ui/CopyText.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { QueryError } from '../../ui/QueryError.tsx'
import classes from './RawXmlTab.module.css'

const RawXmlQuery = graphql(`
  query RawXml($project: String!, $formId: String!) {
    project(name: $project) {
      id
      form(formId: $formId) {
        id
        xml
      }
    }
  }
`)

/** The form as the phone sent it, byte for byte. */
export function RawXmlTab({ formId }: { formId: string }) {
  const t = useT()
  const { name: project } = useProject()
  const [{ data, error }, read] = useQuery({ query: RawXmlQuery, variables: { project, formId } })
  if (error) return <QueryError error={error} onRetry={() => read()} />
  if (!data) return <Skeleton h={240} />
  const xml = data.project?.form?.xml ?? ''
  return (
    <Panel
      title={t('form.tab.xml')}
      aside={
        <Group gap="xs">
          <CopyText value={xml} label={t('action.copy')} />
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconDownload size={14} aria-hidden />}
            onClick={() => download(`${formId}.xml`, xml)}
          >
            {t('action.download')}
          </Button>
        </Group>
      }
    >
      {/* A long text that scrolls sideways must be reachable by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre className={classes['xml']} tabIndex={0} role="group" aria-label={t('form.tab.xml')}>
        {xml}
      </pre>
    </Panel>
  )
}

function download(name: string, xml: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([xml], { type: 'application/xml' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
