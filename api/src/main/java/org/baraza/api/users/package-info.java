// SPDX-License-Identifier: Apache-2.0
/** The people of a project, as CommCare HQ's data API shows and takes them. */
@NullMarked
package org.baraza.api.users;

import org.jspecify.annotations.NullMarked;
