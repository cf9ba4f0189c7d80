// SPDX-License-Identifier: Apache-2.0
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { FactList } from '../../ui/FactList.tsx'
import classes from './LogMessage.module.css'
import type { LogEntry } from './LogTab.tsx'

const shortMessage = 140

/** What a phone wrote; the whole text, and where it was, when it is opened. */
export function LogMessage({ entry }: { entry: LogEntry }) {
  const t = useT()
  const { message, session, expression, appBuild, appVersion, androidVersion, deviceModel } = entry
  const facts = [
    { label: t('deviceLogs.session'), value: session },
    { label: t('deviceLogs.expression'), value: expression },
    { label: t('meta.appVersion'), value: appVersion ?? appBuild },
    { label: t('deviceLogs.android'), value: androidVersion },
    { label: t('deviceLogs.model'), value: deviceModel },
  ]
  const firstLine = message.split('\n', 1)[0] ?? ''
  const short = firstLine.length > shortMessage ? `${firstLine.slice(0, shortMessage)}…` : firstLine
  const more = short !== message || facts.some(({ value }) => value)
  if (!more) return message
  return (
    <details className={classes['message']}>
      <summary>{short}</summary>
      {short !== message && <pre>{message}</pre>}
      <FactList facts={facts} />
    </details>
  )
}
