// SPDX-License-Identifier: Apache-2.0
// Runs before the first paint, so that the page never flashes in the wrong colours or language.
;(function () {
  var chosen = null
  var language = null
  try {
    chosen = localStorage.getItem('baraza.colorScheme')
    language = localStorage.getItem('baraza.language')
  } catch {
    // Storage is blocked: the choices of the system stand.
  }
  var systemDark = matchMedia('(prefers-color-scheme: dark)').matches
  var dark = chosen === 'dark' || (chosen !== 'light' && systemDark)
  document.documentElement.dataset.mantineColorScheme = dark ? 'dark' : 'light'
  document.documentElement.lang =
    language || ((navigator.language || 'en').slice(0, 2) === 'fr' ? 'fr' : 'en')
})()
