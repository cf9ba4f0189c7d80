// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import org.baraza.tables.ItemLists;
import org.baraza.tables.LookupRows;
import org.baraza.tables.LookupTables;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Lookup tables. */
@Configuration(proxyBeanMethods = false)
@Import({ItemLists.class, LookupRows.class, LookupTables.class})
class TableWiring {}
