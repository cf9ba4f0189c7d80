// SPDX-License-Identifier: Apache-2.0
import { Checkbox, Fieldset, Stack } from '@mantine/core'
import { useT } from '../../lib/i18n/I18nContext.tsx'
import { permissionGroups } from './permissionGroups.ts'
import { boxOf } from './settledPermissions.ts'

type Props = {
  ticked: ReadonlySet<string>
  disabled: boolean
  onChange: (ticked: Set<string>) => void
}

/** All permissions by what they are about; a box that another one decides says so. */
export function PermissionBoxes({ ticked, disabled, onChange }: Props) {
  const t = useT()
  const tick = (name: string, on: boolean) => {
    const next = new Set(ticked)
    if (on) next.add(name)
    else next.delete(name)
    onChange(next)
  }
  return permissionGroups.map(({ title, permissions }) => (
    <Fieldset key={title} legend={t(title)}>
      <Stack gap="xs">
        {permissions.map(({ name, label }) => {
          const { checked, fixed } = boxOf(name, ticked)
          return (
            <Checkbox
              key={name}
              label={t(label)}
              description={fixed && !disabled ? t(`permissions.fixed.${fixed}`) : undefined}
              checked={checked}
              disabled={disabled || fixed !== null}
              onChange={(event) => tick(name, event.currentTarget.checked)}
            />
          )
        })}
      </Stack>
    </Fieldset>
  ))
}
