// SPDX-License-Identifier: Apache-2.0
import { useFormat } from '../lib/format/useFormat.ts'

/** A moment in the time zone of the project; the exact form is in the tooltip. */
export function When({ at }: { at: string }) {
  const format = useFormat()
  return (
    <time dateTime={at} title={format.exactDateTime(at)} className="numeric">
      {format.dateTime(at)}
    </time>
  )
}
