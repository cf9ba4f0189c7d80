// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import org.baraza.devices.Devices;
import org.baraza.forms.Forms;
import org.baraza.identity.Invitations;
import org.baraza.identity.Members;
import org.baraza.identity.MobileWorkers;
import org.baraza.identity.UserDataFields;
import org.baraza.identity.WorkerMails;
import org.baraza.identity.WorkerRoles;
import org.baraza.persistence.tenancy.Transactions;
import org.baraza.places.Assignments;
import org.baraza.places.Belongings;
import org.baraza.places.Groups;
import org.baraza.places.Locations;
import org.baraza.places.PlacedWorkers;

/** Whose rules hold for people, in bulk as one by one. */
public record PeopleServices(
        Transactions transactions,
        MobileWorkers workers,
        WorkerRoles roles,
        WorkerMails mails,
        PlacedWorkers placed,
        Members members,
        Invitations invitations,
        UserDataFields userData,
        Forms forms,
        Devices devices,
        Groups groups,
        Belongings belongings,
        Assignments assignments,
        Locations locations) {}
