// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

/** The version of the program that runs apps on a phone. */
public record Engine(int major, int minor, int minimal) {
    /** One that many phones have. */
    public static final Engine USUAL = new Engine(2, 53, 1);

    /** Refuses an app that needs another. */
    void check(ResourceDocument profile) throws InstallRefused {
        int neededMajor = needed(profile, "requiredMajor", major);
        int neededMinor = needed(profile, "requiredMinor", minor);
        int neededMinimal = needed(profile, "requiredMinimal", minimal);
        boolean enough = neededMinor < minor || (neededMinor == minor && neededMinimal <= minimal);
        if (neededMajor != major || !enough) {
            throw new InstallRefused("needs " + neededMajor + "." + neededMinor + "." + neededMinimal);
        }
    }

    private static int needed(ResourceDocument profile, String attribute, int own) throws InstallRefused {
        return profile.attribute(attribute).isEmpty()
                ? own
                : ResourceDocument.wholeNumber(profile.attribute(attribute).get());
    }
}
