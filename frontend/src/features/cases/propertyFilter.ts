// SPDX-License-Identifier: Apache-2.0

const signs = { '=': 'eq', '!=': 'ne', '<=': 'lte', '>=': 'gte', '<': 'lt', '>': 'gt' } as const

type Sign = keyof typeof signs

export type PropertyFilter = { name: string; sign: Sign; value: string }

/** A condition in the words of the server. */
export type PropertyCondition = { name: string } & Partial<Record<(typeof signs)[Sign], string>>

/** `name=value` or `name>5` as people write it; null while no name stands before the sign, or nothing to compare with. */
export function readProperty(written: string): PropertyFilter | null {
  const parts = /^([^=<>!]+)(!=|<=|>=|[=<>])(.*)$/s.exec(written)
  if (!parts) return null
  const [name = '', sign = '', value = ''] = parts.slice(1).map((part) => part.trim())
  const equality = sign === '=' || sign === '!='
  return name && (equality || isLimit(value)) ? { name, sign: sign as Sign, value } : null
}

export const writeProperty = ({ name, sign, value }: PropertyFilter) => `${name}${sign}${value}`

export const conditionOf = ({ name, sign, value }: PropertyFilter): PropertyCondition => ({
  name,
  [signs[sign]]: value,
})

/** Does a case with this value of the property fulfil the condition? */
export function fulfils(condition: PropertyCondition, value = ''): boolean {
  const side = (limit: string) => sideOf(value, limit)
  return Object.entries(condition).every(([sign, limit]) => {
    switch (sign) {
      case 'name':
        return true
      case 'eq':
        return value === limit
      case 'ne':
        return value !== limit
      case 'lt':
        return side(limit) < 0
      case 'lte':
        return side(limit) <= 0
      case 'gt':
        return side(limit) > 0
      default:
        return side(limit) >= 0
    }
  })
}

const isDate = (text: string) => /^\d{4}-\d\d-\d\d$/.test(text)
const isNumber = (text: string) => /^-?(\d+(\.\d*)?|\.\d+)$/.test(text)
const isLimit = (text: string) => isDate(text) || isNumber(text)

/** Below zero where the value is less than the limit; no number where they are not of one kind. */
function sideOf(value: string, limit: string): number {
  if (isDate(value) && isDate(limit)) return value.localeCompare(limit, 'en')
  return isNumber(value) && isNumber(limit) ? Number(value) - Number(limit) : Number.NaN
}
