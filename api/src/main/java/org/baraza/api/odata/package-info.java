// SPDX-License-Identifier: Apache-2.0
/** Exports as OData feeds, for programs that draw dashboards. */
@NullMarked
package org.baraza.api.odata;

import org.jspecify.annotations.NullMarked;
