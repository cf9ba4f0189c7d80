// SPDX-License-Identifier: Apache-2.0
package org.baraza.phone.install;

/** A phone does not install or update this. What it had before, it keeps. */
public final class InstallRefused extends Exception {
    private static final long serialVersionUID = 1L;

    public InstallRefused(String why) {
        super(why);
    }
}
