// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from 'vitest'
import { done, historyOf, redone, undone } from './history.ts'

describe('history', () => {
  it('goes back and forth', () => {
    const two = done(done(historyOf('a'), 'b'), 'c')
    expect(undone(two).present).toBe('b')
    expect(undone(undone(two)).present).toBe('a')
    expect(redone(undone(two))).toMatchObject({ present: 'c', past: ['a', 'b'], future: [] })
    expect(undone(historyOf('a')).present).toBe('a')
    expect(redone(two)).toBe(two)
  })

  it('takes typing in one field back at once', () => {
    const typed = done(done(done(historyOf(''), 'N', 'label'), 'Na', 'label'), 'Nam', 'label')
    expect(undone(typed).present).toBe('')
    const both = done(typed, 'Nam/x', 'hint')
    expect(undone(both).present).toBe('Nam')
  })

  it('forgets what was undone once something else is done, and steps long ago', () => {
    expect(redone(done(undone(done(historyOf('a'), 'b')), 'c')).present).toBe('c')
    let long = historyOf(0)
    for (let step = 1; step <= 500; step += 1) long = done(long, step)
    expect(long.past).toHaveLength(200)
  })
})
