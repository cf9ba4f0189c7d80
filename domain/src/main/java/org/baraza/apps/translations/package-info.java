// SPDX-License-Identifier: Apache-2.0
/**
 * The texts of an app as sheets that translators work in, and the changes that come of such sheets. Pure: knows the document
 * and the sources of forms, and nothing of workbooks.
 *
 * <p>Invariants: a sheet that is taken in as it was given out changes nothing; a row that cannot be used is left out and
 * told of, and keeps no other from being used; a text in a language that the sheet has no column for stays.
 */
@NullMarked
package org.baraza.apps.translations;

import org.jspecify.annotations.NullMarked;
