// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.imports;

import org.baraza.cases.Cases;
import org.baraza.dictionary.Dictionary;
import org.baraza.forms.ServerForms;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.UserDirectory;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.Assignments;
import org.baraza.places.Groups;
import org.baraza.places.Locations;
import org.baraza.places.Reach;

/** Whose rules hold for imported cases, and those who know the owners. */
public record ImportServices(
        Transactions transactions,
        Cases cases,
        ServerForms forms,
        UserDirectory people,
        MobileWorkers workers,
        Groups groups,
        Locations locations,
        Assignments assignments,
        Reach reach,
        Dictionary dictionary) {}
