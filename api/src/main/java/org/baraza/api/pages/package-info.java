// SPDX-License-Identifier: Apache-2.0
/** Lists and bodies as CommCare HQ's data API has them: offset paging, its envelope, and reading JSON that is sent. */
@NullMarked
package org.baraza.api.pages;

import org.jspecify.annotations.NullMarked;
