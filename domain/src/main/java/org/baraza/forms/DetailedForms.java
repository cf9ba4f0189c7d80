// SPDX-License-Identifier: Apache-2.0
package org.baraza.forms;

import org.baraza.paging.Slice;

/** A part of a list of forms, and what hangs on them. */
public record DetailedForms(Slice<ListedForm> forms, FormDetails details) {}
