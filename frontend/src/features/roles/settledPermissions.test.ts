// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { onlyReports } from './permissionGroups.ts'
import { boxOf, settled } from './settledPermissions.ts'

const of = (...names: string[]) => new Set(names)

describe('a box of the role editor', () => {
  it('is ticked when another implies it, and cannot be unticked then', () => {
    const ticked = of('access_all_locations', 'edit_groups')
    expect(boxOf('view_groups', ticked)).toEqual({ checked: true, fixed: 'implied' })
    expect(boxOf('view_locations', ticked)).toEqual({ checked: false, fixed: null })
  })

  it('waits for the permission without which it is of no use', () => {
    expect(boxOf('download_reports', of('download_reports'))).toEqual({
      checked: false,
      fixed: 'needs',
    })
    expect(boxOf('download_reports', of('download_reports', 'view_reports')).checked).toBe(true)
    expect(boxOf('download_reports', of('download_reports', ...onlyReports)).checked).toBe(true)
  })

  it('is closed without all locations where it is about the whole project', () => {
    expect(boxOf('edit_apps', of('edit_apps'))).toEqual({ checked: false, fixed: 'locations' })
    expect(boxOf('view_apps', of('edit_apps')).checked).toBe(false)
    expect(boxOf('edit_data', of('edit_data'))).toEqual({ checked: true, fixed: null })
  })
})

describe('what is ticked', () => {
  it('is settled as the server settles it, and keeps what the editor does not show', () => {
    expect(settled(of('edit_locations', 'edit_apps', 'view_tableau'))).toEqual([
      'edit_locations',
      'view_locations',
      'view_tableau',
    ])
    expect(settled(of('access_all_locations', 'edit_web_users'))).toEqual([
      'access_all_locations',
      'edit_web_users',
      'view_web_users',
    ])
  })
})
