// SPDX-License-Identifier: Apache-2.0
import { Button } from '@mantine/core'
import { useState, type DragEvent } from 'react'
import { NavLink, useSearchParams } from 'react-router'
import { useT } from '../../../lib/i18n/I18nContext.tsx'
import { showToast } from '../../../ui/toast/toasts.ts'
import {
  formsOf,
  idOf,
  isMenuOfForms,
  menusOf,
  saidIn,
  type Menu,
} from '../document/appDocument.ts'
import type { Change } from '../editing/draft.ts'
import { useAppDocument, useEditing, useLanguages } from '../editing/EditingContext.tsx'
import { useProblems } from '../editing/ProblemsContext.tsx'
import classes from './AppTree.module.css'
import { NewForm } from './NewForm.tsx'
import { NewMenu } from './NewMenu.tsx'
import { PartActions } from './PartActions.tsx'

/** The menus and forms of the application; they are ordered by dragging or with the actions of each. */
export function AppTree() {
  const t = useT()
  const editing = useEditing()
  const app = useAppDocument()
  const languages = useLanguages()
  const [params] = useSearchParams()
  const [adding, setAdding] = useState<{ menuId: string | null } | null>(null)
  const menus = menusOf(app)
  const { problems } = useProblems()
  const broken = new Set(
    problems
      .filter(({ severity }) => severity === 'ERROR')
      .map((each) => each.formId ?? each.menuId),
  )
  const doNow = async (change: Change) => {
    const problem = await editing.doNow(change)
    if (problem) showToast(problem)
  }
  const drop = (event: DragEvent, menuId: string, position: number, onMenu: boolean) => {
    event.preventDefault()
    const dragged = event.dataTransfer.getData('application/x-baraza-part')
    const isMenu = menus.some((menu) => idOf(menu) === dragged)
    if (!dragged || isMenu !== onMenu) return
    void doNow({ move: { id: dragged, ...(isMenu ? {} : { menuId }), position } })
  }
  const draggable = (id: string, menuId: string, position: number, onMenu: boolean) => ({
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer.setData('application/x-baraza-part', id)
      event.stopPropagation()
    },
    onDragOver: (event: DragEvent) => event.preventDefault(),
    onDrop: (event: DragEvent) => {
      event.stopPropagation()
      drop(event, menuId, position, onMenu)
    },
  })
  const chosen = params.get('form') ?? params.get('menu') ?? ''
  const link = (kind: 'menu' | 'form', id: string, words: string) => (
    <NavLink
      to={`?${kind}=${encodeURIComponent(id)}`}
      className={classes['link'] ?? ''}
      aria-current={chosen === id ? 'page' : undefined}
      data-chosen={chosen === id || undefined}
      draggable={false}
    >
      {words || t('builder.unnamed')}
      {broken.has(id) && (
        <span className={classes['broken']} title={t('problem.error')}>
          <span className="visuallyHidden"> ({t('problem.error')})</span>
        </span>
      )}
    </NavLink>
  )
  const formsIn = (menu: Menu) => (
    <ul className={classes['forms']}>
      {formsOf(menu).map((form, index) => (
        <li key={idOf(form)} {...draggable(idOf(form), idOf(menu), index, false)}>
          {link('form', idOf(form), saidIn(form['name'], languages))}
          <PartActions
            part={form}
            kind="form"
            menuId={idOf(menu)}
            index={index}
            count={formsOf(menu).length}
            onDo={doNow}
          />
        </li>
      ))}
      {isMenuOfForms(menu) && (
        <li>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => setAdding({ menuId: idOf(menu) })}
          >
            {t('builder.addForm')}
          </Button>
        </li>
      )}
    </ul>
  )
  return (
    <nav aria-label={t('builder.tree')} className={classes['tree']}>
      <NavLink
        to="?"
        className={classes['link'] ?? ''}
        aria-current={chosen ? undefined : 'page'}
        data-chosen={!chosen || undefined}
      >
        {t('builder.app')}
      </NavLink>
      <ul className={classes['menus']}>
        {menus.map((menu, index) => (
          <li key={idOf(menu)} {...draggable(idOf(menu), idOf(menu), index, true)}>
            {/* A form that is dropped on the name of a menu goes to its end. */}
            <div
              className={classes['menu']}
              onDrop={(event) => drop(event, idOf(menu), formsOf(menu).length, false)}
            >
              {link('menu', idOf(menu), saidIn(menu['name'], languages))}
              <PartActions
                part={menu}
                kind="menu"
                menuId={idOf(menu)}
                index={index}
                count={menus.length}
                onDo={doNow}
              />
            </div>
            {formsIn(menu)}
          </li>
        ))}
      </ul>
      <Button variant="default" size="xs" onClick={() => setAdding({ menuId: null })}>
        {t('builder.addMenu')}
      </Button>
      {adding && adding.menuId === null && <NewMenu onClose={() => setAdding(null)} />}
      {adding?.menuId && <NewForm menuId={adding.menuId} onClose={() => setAdding(null)} />}
    </nav>
  )
}
