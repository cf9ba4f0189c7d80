// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.List;
import org.baraza.exchange.work.BadStep;
import org.baraza.exchange.work.Effect;
import org.baraza.exchange.work.RowPlace;
import org.baraza.exchange.work.RowRefused;
import org.baraza.exchange.work.Seen;
import org.baraza.exchange.work.SheetPart;
import org.baraza.exchange.work.SingleStep;
import org.baraza.exchange.work.Step;
import org.baraza.exchange.workbook.Columns;
import org.baraza.exchange.workbook.DataRow;
import org.baraza.identity.ProjectAccess;
import org.baraza.persistence.tenancy.Tx;

/** The sheet of web users: a row changes a member or an invitation, or invites somebody. */
final class MemberPart implements SheetPart {
    private static final int AT_ONCE = 100;

    private final PeopleServices services;
    private final ProjectAccess who;
    private final MemberColumns columns;
    private final MemberRow reading;
    private final Seen seen = new Seen();

    MemberPart(PeopleServices services, ProjectAccess who, Columns sheet) {
        this.services = services;
        this.who = who;
        this.columns = MemberColumns.of(sheet);
        this.reading = new MemberRow(
                columns,
                who,
                services.transactions().read(tx -> services.userData().profiles(tx, who)));
    }

    @Override
    public String sheet() {
        return MemberColumns.SHEET;
    }

    @Override
    public int atOnce() {
        return AT_ONCE;
    }

    @Override
    public void passing(DataRow row) {
        seen.note(MemberRow.email(columns, row), row.number());
    }

    @Override
    public List<Step> steps(List<DataRow> rows) {
        KnownMembers known = services.transactions().read(tx -> KnownMembers.of(tx, services, who, columns, rows));
        List<Step> steps = new ArrayList<>();
        for (DataRow row : rows) {
            String email = MemberRow.email(columns, row);
            RowPlace place = new RowPlace(sheet(), row.number(), email);
            try {
                seen.refuseSecond(columns.username().header(), email, row.number());
                steps.add(new MemberStep(place, reading.read(row, known)));
            } catch (RowRefused refused) {
                steps.add(new BadStep(place, refused.faults()));
            }
        }
        return steps;
    }

    private final class MemberStep implements SingleStep {
        private final RowPlace place;
        private final MemberPlan plan;

        private MemberStep(RowPlace place, MemberPlan plan) {
            this.place = place;
            this.plan = plan;
        }

        @Override
        public RowPlace place() {
            return place;
        }

        @Override
        public boolean writes() {
            return !(plan instanceof MemberPlan.Keep);
        }

        @Override
        public Effect take(Tx tx) {
            return new MemberDeeds(services, who).take(tx, plan);
        }

        @Override
        public String column(String field) {
            return switch (field) {
                case "email" -> columns.username().header();
                case "role" -> columns.role().header();
                case "remove" -> columns.remove().header();
                case "profile" -> columns.profile().header();
                case "locations", "primaryLocation" ->
                    columns.locations().isEmpty()
                            ? ""
                            : columns.locations().getFirst().header();
                default -> "";
            };
        }
    }
}
