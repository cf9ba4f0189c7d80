// SPDX-License-Identifier: Apache-2.0
import {
  createTheme,
  localStorageColorSchemeManager,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core'

const accent: MantineColorsTuple = [
  '#e9f6f2',
  '#d3ebe4',
  '#a8d9cb',
  '#79c5b0',
  '#4fb197',
  '#2f9a80',
  '#1a8069',
  '#0f6b5c',
  '#0b574b',
  '#07423a',
]

const gray: MantineColorsTuple = [
  '#f8f8f6',
  '#f1f1ee',
  '#e6e5e1',
  '#d6d5d0',
  '#b9b8b2',
  '#96958e',
  '#6b6a64',
  '#52514c',
  '#363531',
  '#1c1c19',
]

const dark: MantineColorsTuple = [
  '#ecebe6',
  '#c4c4be',
  '#a2a29c',
  '#7d7e78',
  '#454944',
  '#343833',
  '#282c28',
  '#1c1f1c',
  '#151815',
  '#0e100e',
]

export const theme = createTheme({
  colors: { accent, gray, dark },
  primaryColor: 'accent',
  primaryShade: 7,
  defaultRadius: 8,
  fontFamily: "'Geist Variable', system-ui, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SFMono-Regular', Menlo, Consolas, monospace",
  headings: { fontWeight: '600' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Badge: { defaultProps: { variant: 'light', radius: 8, tt: 'none', fw: 500 } },
    Button: { styles: { label: { fontWeight: 500 } } },
    Skeleton: { defaultProps: { radius: 6 } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 100 } } },
  },
})

/** Mantine's own colours, said in our tokens. */
const tokens = {
  '--mantine-color-body': 'var(--b-page)',
  '--mantine-color-text': 'var(--b-text)',
  '--mantine-color-dimmed': 'var(--b-quiet)',
  '--mantine-color-anchor': 'var(--b-accent-text)',
  '--mantine-color-default': 'var(--b-surface)',
  '--mantine-color-default-hover': 'var(--b-hover)',
  '--mantine-color-default-border': 'var(--b-border-strong)',
  '--mantine-color-placeholder': 'var(--b-quiet)',
  '--mantine-color-error': 'var(--b-danger)',
  '--mantine-color-accent-light': 'var(--b-accent-soft)',
  '--mantine-color-accent-light-hover': 'var(--b-accent-soft-hover)',
  '--mantine-color-accent-light-color': 'var(--b-accent-text)',
  '--mantine-color-red-outline': 'var(--b-danger)',
  '--mantine-color-red-light-color': 'var(--b-danger)',
  '--mantine-color-accent-text': 'var(--b-accent-text)',
}

export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: tokens,
  dark: tokens,
})

export const colorSchemeManager = localStorageColorSchemeManager({ key: 'baraza.colorScheme' })
