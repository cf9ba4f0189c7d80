// SPDX-License-Identifier: Apache-2.0
/** The data dictionary as CommCare HQ's page and scripts ask for it (app model, section 13). */
@NullMarked
package org.baraza.api.dictionary;

import org.jspecify.annotations.NullMarked;
