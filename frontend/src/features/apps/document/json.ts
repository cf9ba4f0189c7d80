// SPDX-License-Identifier: Apache-2.0

export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export type JsonObject = { readonly [key: string]: Json | undefined }

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const objectOf = (value: unknown): JsonObject => (isObject(value) ? value : {})
export const listOf = (value: unknown): readonly Json[] =>
  Array.isArray(value) ? (value as Json[]) : []
export const objectsOf = (value: unknown): JsonObject[] => listOf(value).filter(isObject)
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

/** What stands behind the keys, which are positions in a list; undefined where nothing does. */
export function at(value: Json | undefined, ...keys: string[]): Json | undefined {
  let here: Json | undefined = value
  for (const key of keys) {
    here = Array.isArray(here)
      ? (here as Json[])[Number(key)]
      : isObject(here)
        ? here[key]
        : undefined
  }
  return here
}

/**
 * The object with another value behind the keys; objects on the way are made where they are missing. In a list a key is the
 * position of what is already there.
 */
export function withAt(
  object: JsonObject,
  keys: readonly string[],
  value: Json | undefined,
): JsonObject {
  const [key, ...rest] = keys
  if (key === undefined) return object
  const next = rest.length === 0 ? value : within(object[key], rest, value)
  if (next === undefined) {
    return Object.fromEntries(Object.entries(object).filter(([each]) => each !== key))
  }
  return { ...object, [key]: next }
}

function within(here: Json | undefined, keys: readonly string[], value: Json | undefined): Json {
  if (!Array.isArray(here)) return withAt(objectOf(here), keys, value)
  const list = here as Json[]
  const [key, ...rest] = keys
  const index = Number(key)
  if (!(index < list.length)) return list
  const next = rest.length === 0 ? value : within(list[index], rest, value)
  return next === undefined ? list.toSpliced(index, 1) : list.with(index, next)
}

export function same(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((each, index) => same(each, other[index]))
  }
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && same(one[key], other[key]))
  )
}
