// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.regex.Pattern;

/** All classes that are delivered. */
final class House {
    private House() {}

    static JavaClasses classes() {
        return new ClassFileImporter().withImportOption(new Delivered()).importPackages("org.baraza");
    }

    /** Leaves out tests, whether they lie in folders or in jars, and the phone that judges the server. */
    static final class Delivered implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("/test-classes/")
                    && !location.contains("-tests.jar")
                    && !location.contains("/org/baraza/phone/")
                    && !location.contains("/org/baraza/client/");
        }
    }

    /** Only what is under the roof and on the foundation: what belongs to domain. */
    static final class Capabilities implements ImportOption {
        private static final Pattern OTHERS =
                Pattern.compile(".*/org/baraza/(api|graphql|openapi|persistence|client)/.*");

        @Override
        public boolean includes(Location location) {
            return new Delivered().includes(location) && !location.matches(OTHERS);
        }
    }
}
