// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.session;

import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Serves the web client: one page for every path that is not a file, and files that never change under their names. */
@Configuration(proxyBeanMethods = false)
class WebClient implements WebMvcConfigurer {
    private static final String FILES = "classpath:/static/app/";
    private static final String PAGE = "index.html";

    @Override
    public void addViewControllers(ViewControllerRegistry registry) {
        registry.addRedirectViewController("/", "/app/");
        registry.addRedirectViewController("/app", "/app/");
    }

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry registry) {
        registry.addResourceHandler("/app/assets/**")
                .addResourceLocations(FILES + "assets/")
                .setCacheControl(
                        CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable());
        registry.addResourceHandler("/app/**")
                .addResourceLocations(FILES)
                .setCacheControl(CacheControl.noCache())
                .resourceChain(false)
                .addResolver(new PageForEveryPath());
    }

    private static final class PageForEveryPath extends PathResourceResolver {
        @Override
        protected @Nullable Resource getResource(String path, Resource folder) throws IOException {
            @Nullable Resource file = path.isEmpty() ? null : super.getResource(path, folder);
            boolean isPage = !path.substring(path.lastIndexOf('/') + 1).contains(".");
            return file == null && isPage ? super.getResource(PAGE, folder) : file;
        }
    }
}
