// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.exports;

import java.time.Clock;
import org.baraza.cases.WholeCases;
import org.baraza.forms.WholeForms;
import org.baraza.identity.UserDirectory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.Groups;
import org.baraza.places.Locations;
import org.baraza.places.Reach;
import org.baraza.tenancy.Projects;

/** Where exports read. */
public record ExportServices(
        Transactions transactions,
        Projects projects,
        WholeForms forms,
        WholeCases cases,
        UserDirectory people,
        Groups groups,
        Locations locations,
        Reach reach,
        Clock clock) {}
