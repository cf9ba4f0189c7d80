// SPDX-License-Identifier: Apache-2.0
package org.baraza.exchange.people;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.baraza.exchange.work.SheetSource;
import org.baraza.identity.Invitation;
import org.baraza.identity.Member;
import org.baraza.identity.ProjectAccess;
import org.baraza.identity.UserDataField;
import org.baraza.identity.UserDataKeys;
import org.baraza.identity.UserDataProfile;
import org.baraza.persistence.tenancy.Tx;
import org.baraza.places.Assigned;
import org.baraza.places.Location;

/** The sheet of web users, as it can be sent back: members first, then those who are invited. */
final class MemberSheet implements SheetSource {
    /** Of whom is invited nobody knows the name: CommCare HQ writes this. */
    private static final String NOT_KNOWN = "N/A";

    private final String project;
    private final List<Line> lines;
    private final List<String> fields;
    private final List<String> others;
    private final List<UserDataProfile> profiles;
    private final int locations;
    private boolean written;

    /** A row before it is one. */
    private record Line(
            String email,
            String firstName,
            String lastName,
            String role,
            String status,
            List<String> codes,
            Map<String, String> data) {}

    private MemberSheet(
            ProjectAccess who, List<Line> lines, List<UserDataField> fields, List<UserDataProfile> profiles) {
        this.project = who.projectName();
        this.lines = List.copyOf(lines);
        this.fields = fields.stream().map(UserDataField::slug).toList();
        this.profiles = profiles;
        Set<String> data = new TreeSet<>();
        lines.forEach(line -> data.addAll(line.data.keySet()));
        this.others = data.stream()
                .filter(slug -> !this.fields.contains(slug) && !slug.startsWith("commcare_"))
                .toList();
        this.locations = Math.max(
                1, lines.stream().mapToInt(line -> line.codes.size()).max().orElse(1));
    }

    static MemberSheet of(
            PeopleServices services, ProjectAccess who, List<Member> members, List<Invitation> invitations) {
        return services.transactions().read(tx -> {
            Map<String, Assigned> places = services.assignments()
                    .ofUsers(tx, members.stream().map(Member::userId).toList());
            Map<String, Location> known = locations(tx, services, places, invitations);
            List<Line> lines = new ArrayList<>();
            members.forEach(
                    member -> lines.add(line(member, places.getOrDefault(member.userId(), Assigned.NOWHERE), known)));
            invitations.forEach(invitation -> lines.add(line(invitation, known)));
            return new MemberSheet(
                    who,
                    lines,
                    services.userData().fields(tx, who),
                    services.userData().profiles(tx, who));
        });
    }

    private static Map<String, Location> locations(
            Tx tx, PeopleServices services, Map<String, Assigned> places, List<Invitation> invitations) {
        Set<String> ids = new LinkedHashSet<>();
        places.values().forEach(assigned -> ids.addAll(assigned.locationIds()));
        invitations.forEach(invitation -> ids.addAll(invitation.assignedLocationIds()));
        return ids.isEmpty() ? Map.of() : services.locations().find(tx, ids);
    }

    private static Line line(Member member, Assigned places, Map<String, Location> known) {
        return new Line(
                member.person().username(),
                member.person().firstName(),
                member.person().lastName(),
                member.roleName(),
                member.active() ? MemberRow.ACTIVE : MemberRow.DEACTIVATED,
                codes(places.primaryId(), places.locationIds(), known),
                member.userData());
    }

    private static Line line(Invitation invitation, Map<String, Location> known) {
        return new Line(
                invitation.email(),
                NOT_KNOWN,
                NOT_KNOWN,
                invitation.roleName(),
                MemberRow.INVITED,
                codes(invitation.primaryLocationId(), invitation.assignedLocationIds(), known),
                invitation.userData());
    }

    /** The primary one first; what is archived is nowhere to work any more. */
    private static List<String> codes(String primary, List<String> ids, Map<String, Location> known) {
        return Stream.concat(Stream.of(primary), ids.stream())
                .distinct()
                .flatMap(id -> Optional.ofNullable(known.get(id)).stream())
                .filter(location -> !location.isArchived())
                .map(Location::siteCode)
                .toList();
    }

    @Override
    public String name() {
        return MemberColumns.SHEET;
    }

    @Override
    public List<String> header() {
        List<String> header = new ArrayList<>(List.of("username", "first_name", "last_name", "email", "role"));
        for (int number = 1; number <= locations; number++) {
            header.add("location_code " + number);
        }
        header.addAll(List.of("status", "remove", "domain"));
        if (!profiles.isEmpty()) {
            header.add("user_profile");
        }
        fields.forEach(slug -> header.add("data: " + slug));
        others.forEach(slug -> header.add("uncategorized_data: " + slug));
        return header;
    }

    @Override
    public List<List<String>> next() {
        if (written) {
            return List.of();
        }
        written = true;
        return lines.stream().map(this::row).toList();
    }

    private List<String> row(Line line) {
        List<String> row = new ArrayList<>(List.of(line.email, line.firstName, line.lastName, line.email, line.role));
        row.addAll(line.codes);
        row.addAll(Collections.nCopies(locations - line.codes.size(), ""));
        row.addAll(List.of(line.status, "", project));
        Optional<UserDataProfile> profile = profile(line);
        if (!profiles.isEmpty()) {
            row.add(profile.map(UserDataProfile::name).orElse(""));
        }
        // What a profile fixes is not hers to change; left empty, another profile can be chosen.
        Set<String> fixed = profile.map(known -> known.fields().keySet()).orElse(Set.of());
        Stream.concat(fields.stream(), others.stream())
                .forEach(slug -> row.add(fixed.contains(slug) ? "" : line.data.getOrDefault(slug, "")));
        return row;
    }

    private Optional<UserDataProfile> profile(Line line) {
        String id = line.data.getOrDefault(UserDataKeys.PROFILE, "");
        return profiles.stream().filter(known -> known.profileId().equals(id)).findFirst();
    }
}
