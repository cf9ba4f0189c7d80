// SPDX-License-Identifier: Apache-2.0
package org.baraza.apps.model;

import java.util.Optional;

/** Which of the packages of the Android client an app is for. */
public enum Flavour {
    ANY("", ""),
    COMMCARE("commcare", "org.commcare.dalvik"),
    LTS("commcare_lts", "org.commcare.lts");

    private final String word;
    private final String androidPackage;

    Flavour(String word, String androidPackage) {
        this.word = word;
        this.androidPackage = androidPackage;
    }

    static Flavour of(String text) {
        for (Flavour flavour : values()) {
            if (!flavour.word.isEmpty() && flavour.word.equals(text)) {
                return flavour;
            }
        }
        return ANY;
    }

    /** The word in names of files, none if any package will do. */
    public Optional<String> word() {
        return word.isEmpty() ? Optional.empty() : Optional.of(word);
    }

    public Optional<String> androidPackage() {
        return androidPackage.isEmpty() ? Optional.empty() : Optional.of(androidPackage);
    }
}
