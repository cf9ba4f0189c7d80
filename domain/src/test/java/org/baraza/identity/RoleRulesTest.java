// SPDX-License-Identifier: Apache-2.0
package org.baraza.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.baraza.identity.Permission.*;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class RoleRulesTest {
    private static final Role OTHER = new Role(UUID.randomUUID(), "Nurse", Set.of(), false, List.of(), false);

    @Test
    void whoMayEditMaySee() {
        assertThat(settled(EDIT_WEB_USERS)).contains(VIEW_WEB_USERS);
        assertThat(settled(EDIT_COMMCARE_USERS)).contains(VIEW_COMMCARE_USERS);
        assertThat(settled(EDIT_GROUPS)).contains(VIEW_GROUPS);
        assertThat(settled(EDIT_LOCATIONS)).contains(VIEW_LOCATIONS);
        assertThat(settled(EDIT_DATA_DICT)).contains(VIEW_DATA_DICT);
        assertThat(settled(EDIT_APPS)).contains(VIEW_APPS);
        assertThat(settled(VIEW_WEB_USERS)).doesNotContain(EDIT_WEB_USERS);
    }

    @Test
    void whatIsOfNoUseWithoutAnotherPermissionGoes() {
        assertThat(settled(EDIT_USERS_IN_GROUPS)).doesNotContain(EDIT_USERS_IN_GROUPS);
        assertThat(settled(EDIT_USERS_IN_GROUPS, EDIT_GROUPS)).contains(EDIT_USERS_IN_GROUPS);
        assertThat(settled(EDIT_USERS_IN_LOCATIONS)).doesNotContain(EDIT_USERS_IN_LOCATIONS);
        assertThat(settled(EDIT_USERS_IN_LOCATIONS, EDIT_LOCATIONS)).contains(EDIT_USERS_IN_LOCATIONS);
        assertThat(settled(DOWNLOAD_REPORTS)).doesNotContain(DOWNLOAD_REPORTS);
        assertThat(settled(DOWNLOAD_REPORTS, VIEW_REPORTS)).contains(DOWNLOAD_REPORTS);
    }

    @Test
    void whoReachesOnlySomeLocationsHasNothingOfTheWholeProject() {
        Set<Permission> everything = EnumSet.allOf(Permission.class);
        assertThat(RoleRules.settled(everything)).isEqualTo(everything);
        everything.remove(ACCESS_ALL_LOCATIONS);
        assertThat(RoleRules.settled(everything))
                .doesNotContain(
                        EDIT_WEB_USERS,
                        VIEW_WEB_USERS,
                        EDIT_GROUPS,
                        VIEW_GROUPS,
                        EDIT_USERS_IN_GROUPS,
                        EDIT_APPS,
                        VIEW_ROLES,
                        EDIT_REPORTS,
                        EDIT_BILLING,
                        EDIT_DATA_DICT,
                        VIEW_DATA_DICT)
                .contains(EDIT_COMMCARE_USERS, EDIT_LOCATIONS, VIEW_APPS, EDIT_DATA);
    }

    @Test
    void settlingTwiceChangesNothingMore() {
        Random random = new Random(7);
        for (int n = 0; n < 2_000; n++) {
            Set<Permission> wanted = EnumSet.noneOf(Permission.class);
            for (Permission permission : Permission.values()) {
                if (random.nextBoolean()) {
                    wanted.add(permission);
                }
            }
            Set<Permission> settled = RoleRules.settled(wanted);
            assertThat(RoleRules.settled(settled)).isEqualTo(settled);
        }
    }

    @Test
    void theRolesOfANewProjectAreSettledAlready() {
        for (DefaultRole role : DefaultRole.values()) {
            assertThat(RoleRules.settled(role.permissions())).as(role.title()).isEqualTo(role.permissions());
        }
    }

    @Test
    void aRoleHasANameOfItsOwn() {
        assertThat(codes("")).containsExactly("NAME_INVALID");
        assertThat(codes("a\nb")).containsExactly("NAME_INVALID");
        assertThat(codes("x".repeat(256))).containsExactly("NAME_INVALID");
        assertThat(codes(" admin ")).containsExactly("NAME_RESERVED");
        assertThat(codes("NURSE")).containsExactly("NAME_TAKEN");
        assertThat(codes("Midwife")).isEmpty();
    }

    private static List<String> codes(String name) {
        RoleWish wish = new RoleWish(name, Set.of(), false, List.of(OTHER.roleId()));
        return RoleRules.broken(wish, List.of(OTHER)).stream()
                .map(error -> error.code())
                .toList();
    }

    private static Set<Permission> settled(Permission first, Permission... more) {
        Set<Permission> wanted = EnumSet.of(first, more);
        wanted.add(ACCESS_ALL_LOCATIONS);
        return RoleRules.settled(wanted);
    }
}
