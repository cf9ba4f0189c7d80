// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.Invitation;
import org.baraza.identity.Member;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Assigned;
import org.baraza.places.Location;

/**
 * What there is of the web users of whom rows speak, by their addresses.
 *
 * @param places where members work, by their ids
 * @param locations by site code
 */
record KnownMembers(
        Map<String, Member> members,
        Map<String, Invitation> invitations,
        Map<String, Assigned> places,
        Map<String, Location> locations) {

    static KnownMembers of(
            Tx tx, PeopleServices services, ProjectAccess who, MemberColumns columns, List<DataRow> rows) {
        Set<String> emails = new HashSet<>();
        rows.forEach(row -> emails.add(MemberRow.email(columns, row)));
        Map<String, Member> members = services.members().withNames(tx, who, emails);
        return new KnownMembers(
                members,
                services.invitations().withAddresses(tx, who, emails),
                services.assignments()
                        .ofUsers(
                                tx,
                                members.values().stream().map(Member::userId).toList()),
                new PlaceCells(columns.locations()).known(tx, services, rows));
    }
}
