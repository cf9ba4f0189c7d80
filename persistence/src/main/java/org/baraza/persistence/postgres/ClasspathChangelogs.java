// SPDX-License-Identifier: Apache-2.0
package org.baraza.persistence.postgres;

import java.io.IOException;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import liquibase.resource.AbstractResourceAccessor;
import liquibase.resource.Resource;
import liquibase.resource.URIResource;

/**
 * Finds changelogs by name and does nothing else. Liquibase's own accessor opens every jar of the class path first,
 * which takes long and trips over jars within jars.
 */
final class ClasspathChangelogs extends AbstractResourceAccessor {
    private final ClassLoader loader;

    ClasspathChangelogs(ClassLoader loader) {
        this.loader = loader;
    }

    @Override
    public List<Resource> getAll(String path) throws IOException {
        String name = path.replaceFirst("^(classpath:)?/*", "");
        var found = new ArrayList<Resource>();
        for (var url : Collections.list(loader.getResources(name))) {
            try {
                found.add(new URIResource(name, url.toURI()));
            } catch (URISyntaxException e) {
                throw new IOException(e);
            }
        }
        return found;
    }

    @Override
    public List<Resource> search(String path, boolean recursive) throws IOException {
        return getAll(path);
    }

    @Override
    public List<String> describeLocations() {
        return List.of("class path");
    }

    @Override
    public void close() {}
}
