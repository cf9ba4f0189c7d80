// SPDX-License-Identifier: Apache-2.0
import { Input } from '@mantine/core'
import { useId, useState, type ReactNode } from 'react'
import { useFormat } from '../lib/format/useFormat.ts'
import { useT } from '../lib/i18n/I18nContext.tsx'
import classes from './FileField.module.css'

type Props = {
  label: string
  description: string
  /** Endings of names, as in `.xlsx`. */
  accept: string
  file: File | null
  error?: ReactNode
  onChange: (file: File | null) => void
}

/** Takes one file, chosen or dropped. */
export function FileField({ label, description, accept, file, error, onChange }: Props) {
  const t = useT()
  const { bytes } = useFormat()
  const id = useId()
  const [over, setOver] = useState(false)
  return (
    <div>
      <Input.Label htmlFor={id}>{label}</Input.Label>
      <Input.Description id={`${id}-help`} mb={6}>
        {description}
      </Input.Description>
      <div
        className={classes['drop']}
        data-over={over || undefined}
        data-error={error ? true : undefined}
      >
        <span className={classes['name']}>{file?.name ?? t('fileField.choose')}</span>
        <span className={classes['note']}>{file ? bytes(file.size) : t('fileField.drop')}</span>
        <input
          id={id}
          type="file"
          accept={accept}
          className={classes['input']}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-help ${id}-error`}
          onChange={(event) => onChange(event.currentTarget.files?.[0] ?? null)}
          onDragEnter={() => setOver(true)}
          onDragLeave={() => setOver(false)}
          onDrop={() => setOver(false)}
        />
      </div>
      <Input.Error id={`${id}-error`} mt={6}>
        {error}
      </Input.Error>
    </div>
  )
}
