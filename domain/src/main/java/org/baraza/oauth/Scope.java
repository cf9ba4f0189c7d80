// SPDX-License-Identifier: Apache-2.0
package org.baraza.oauth;

import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What a program may ask for, by the names of CommCare HQ's OAuth provider and of OpenID Connect. */
public enum Scope {
    /** The data APIs. */
    ACCESS_APIS("access_apis"),
    /** Reports. */
    REPORTS_VIEW("reports:view"),
    /** What phones do: submit forms, restore, send signs of life. */
    MOBILE_ACCESS("mobile_access"),
    /** Another name of {@link #MOBILE_ACCESS}, from before. */
    SYNC("sync"),
    /** To learn who the user is. */
    OPENID("openid"),
    /** Her name, besides. */
    PROFILE("profile"),
    /** Her e-mail address, besides. */
    EMAIL("email");

    private final String wireName;

    Scope(String wireName) {
        this.wireName = wireName;
    }

    public String wireName() {
        return wireName;
    }

    /** Whether it is about a person, whom a program that acts for itself does not have. */
    public boolean isAboutAPerson() {
        return this == OPENID || this == PROFILE || this == EMAIL;
    }

    /** Whether it, or a scope that means the same, is among these. */
    public boolean isIn(Set<Scope> granted) {
        return granted.contains(this) || (this == MOBILE_ACCESS && granted.contains(SYNC));
    }

    public static Optional<Scope> ofWireName(String name) {
        return Arrays.stream(values())
                .filter(scope -> scope.wireName.equals(name))
                .findFirst();
    }

    /** Names that are unknown here give nothing. */
    public static Set<Scope> ofWireNames(Collection<String> names) {
        return names.stream().map(Scope::ofWireName).flatMap(Optional::stream).collect(Collectors.toUnmodifiableSet());
    }

    /** In their own order. */
    public static Set<String> wireNames(Collection<Scope> scopes) {
        return scopes.stream()
                .sorted()
                .map(Scope::wireName)
                .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
    }
}
