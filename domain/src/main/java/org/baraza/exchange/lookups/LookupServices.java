// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.lookups;

import org.baraza.identity.MobileWorkers;
import org.baraza.identity.UserDirectory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.Groups;
import org.baraza.places.Locations;
import org.baraza.tables.LookupRows;
import org.baraza.tables.LookupTables;

/** Whose rules hold for lookup tables, in bulk as one by one; and those who know the owners of rows. */
public record LookupServices(
        Transactions transactions,
        LookupTables tables,
        LookupRows rows,
        MobileWorkers workers,
        UserDirectory people,
        Groups groups,
        Locations locations) {}
