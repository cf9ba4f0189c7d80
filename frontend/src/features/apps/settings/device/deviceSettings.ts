// SPDX-License-Identifier: Apache-2.0
import type { MessageKey } from '../../../../lib/i18n/languages.ts'

export type Setting = {
  key: string
  label: MessageKey
  /** What it can be; any whole number where nothing is said. */
  values?: readonly string[]
  /** What phones are told where the application says nothing. */
  usual: string
  /** Whether it stands among the features of the application instead of its properties. */
  feature?: true
}

const often = ['freq-never', 'freq-daily', 'freq-weekly']
const yesOrNo = ['yes', 'no']
const logs = ['log_never', 'log_short', 'log_full']

/** All that phones are told of how to behave (spec 11, 3), by what it is about. */
export const groups: readonly { title: MessageKey; settings: readonly Setting[] }[] = [
  {
    title: 'device.updates',
    settings: [
      { key: 'cc-autoup-freq', label: 'device.autoUpdate', values: often, usual: 'freq-never' },
      { key: 'cc-autosync-freq', label: 'device.autoSync', values: often, usual: 'freq-never' },
      {
        key: 'server-tether',
        label: 'device.sync',
        values: ['push-only', 'sync'],
        usual: 'push-only',
      },
      {
        key: 'cc-send-unsent',
        label: 'device.sendForms',
        values: ['cc-su-auto', 'cc-su-man'],
        usual: 'cc-su-auto',
      },
      {
        key: 'cc-send-procedure',
        label: 'device.sendData',
        values: ['cc-send-http', 'cc-send-none'],
        usual: 'cc-send-http',
      },
      { key: 'unsent-number-limit', label: 'device.unsentNumber', usual: '5' },
      { key: 'unsent-time-limit', label: 'device.unsentDays', usual: '5' },
      {
        key: 'restore-tolerance',
        label: 'device.tolerance',
        values: ['loose', 'strict'],
        usual: 'loose',
      },
    ],
  },
  {
    title: 'device.forms',
    settings: [
      {
        key: 'ViewStyle',
        label: 'device.viewStyle',
        values: ['v_chatterbox', 'v_singlequestionscreen'],
        usual: 'v_chatterbox',
      },
      {
        key: 'cc-entry-mode',
        label: 'device.entryMode',
        values: ['cc-entry-quick', 'cc-entry-review'],
        usual: 'cc-entry-quick',
      },
      { key: 'cc-show-saved', label: 'device.showSaved', values: yesOrNo, usual: 'no' },
      { key: 'cc-show-incomplete', label: 'device.showIncomplete', values: yesOrNo, usual: 'no' },
      { key: 'cc-days-form-retain', label: 'device.retainDays', usual: '-1' },
      { key: 'cc-fuzzy-search-enabled', label: 'device.fuzzy', values: yesOrNo, usual: 'yes' },
      { key: 'cc-enable-tts', label: 'device.speech', values: yesOrNo, usual: 'no' },
      {
        key: 'extra_key_action',
        label: 'device.extraKey',
        values: ['audio', 'cycle'],
        usual: 'audio',
      },
    ],
  },
  {
    title: 'device.login',
    settings: [
      { key: 'cc-login-duration-seconds', label: 'device.loginSeconds', usual: '86400' },
      {
        key: 'cc-user-mode',
        label: 'device.userMode',
        values: ['cc-u-normal', 'cc-u-auto'],
        usual: 'cc-u-normal',
      },
      { key: 'password_format', label: 'device.password', values: ['a', 'n'], usual: 'a' },
      { key: 'cc-login-images', label: 'device.loginImages', values: ['Yes', 'No'], usual: 'No' },
      {
        key: 'user_reg_server',
        label: 'device.registration',
        values: ['required', 'skip'],
        usual: 'required',
      },
      {
        key: 'users',
        label: 'device.users',
        values: ['true', 'false'],
        usual: 'true',
        feature: true,
      },
      {
        key: 'sense',
        label: 'device.sense',
        values: ['true', 'false'],
        usual: 'false',
        feature: true,
      },
    ],
  },
  {
    title: 'device.media',
    settings: [
      {
        key: 'cc-resize-images',
        label: 'device.resize',
        values: ['none', 'full', 'half', 'width'],
        usual: 'none',
      },
      {
        key: 'cc-inflation-target-density',
        label: 'device.density',
        values: ['none', '120', '160', '240', '320', '480', '640'],
        usual: 'none',
      },
      { key: 'cc-content-valid', label: 'device.mediaValid', values: yesOrNo, usual: 'yes' },
      { key: 'loose_media', label: 'device.looseMedia', values: yesOrNo, usual: 'no' },
      {
        key: 'cc-maps-default-layer',
        label: 'device.map',
        values: ['normal', 'satellite', 'terrain', 'hybrid'],
        usual: 'normal',
      },
    ],
  },
  {
    title: 'device.log',
    settings: [
      {
        key: 'logenabled',
        label: 'device.logging',
        values: ['Enabled', 'on_demand', 'Disabled'],
        usual: 'Enabled',
      },
      { key: 'log_prop_weekly', label: 'device.logWeekly', values: logs, usual: 'log_short' },
      { key: 'log_prop_daily', label: 'device.logDaily', values: logs, usual: 'log_never' },
      { key: 'purge-freq', label: 'device.purgeDays', usual: '0' },
    ],
  },
]

/** What the values mean; others stand for themselves. */
export const words: Readonly<Record<string, MessageKey>> = {
  'freq-never': 'device.never',
  'freq-daily': 'device.daily',
  'freq-weekly': 'device.weekly',
  yes: 'device.yes',
  no: 'device.no',
  Yes: 'device.yes',
  No: 'device.no',
  true: 'device.yes',
  false: 'device.no',
  none: 'device.none',
  'push-only': 'device.sync.push',
  sync: 'device.sync.both',
  'cc-su-auto': 'device.automatic',
  'cc-su-man': 'device.manual',
  'cc-send-http': 'device.yes',
  'cc-send-none': 'device.no',
  loose: 'device.tolerance.loose',
  strict: 'device.tolerance.strict',
  v_chatterbox: 'device.viewStyle.several',
  v_singlequestionscreen: 'device.viewStyle.one',
  'cc-entry-quick': 'device.entryMode.quick',
  'cc-entry-review': 'device.entryMode.numbers',
  audio: 'device.extraKey.audio',
  cycle: 'device.extraKey.language',
  'cc-u-normal': 'device.userMode.normal',
  'cc-u-auto': 'device.userMode.auto',
  a: 'device.password.letters',
  n: 'device.password.digits',
  required: 'device.registration.required',
  skip: 'device.registration.skip',
  full: 'device.resize.full',
  half: 'device.resize.half',
  width: 'device.resize.width',
  normal: 'device.map.normal',
  satellite: 'device.map.satellite',
  terrain: 'device.map.terrain',
  hybrid: 'device.map.hybrid',
  Enabled: 'device.yes',
  Disabled: 'device.no',
  on_demand: 'device.logging.demand',
  log_never: 'device.never',
  log_short: 'device.log.short',
  log_full: 'device.log.full',
}
