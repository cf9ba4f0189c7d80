// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.wiring;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.baraza.api.doors.ActorToken;
import org.baraza.api.doors.RequestAccess;
import org.baraza.api.pages.SentTexts;
import org.baraza.identity.Actor;
import org.baraza.identity.ProjectAccess;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.webmvc.GraphQlHttpHandler;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Gives handlers what the door found out: under a project a {@link ProjectAccess} or {@link Actor} parameter, elsewhere
 * the {@link Actor.WebUser} who asks.
 */
@Configuration(proxyBeanMethods = false)
class WebWiring implements WebMvcConfigurer {
    private static final int AFTER_CONTROLLERS = 1;

    /**
     * Asks the controllers before the routes of GraphQL, which read the type of every body that is posted anywhere before they
     * look at its address, and refuse what they cannot read for everybody.
     */
    @Bean
    static BeanPostProcessor controllersComeBeforeGraphQl() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                if (bean instanceof RouterFunctionMapping routes) {
                    routes.setOrder(AFTER_CONTROLLERS);
                }
                return bean;
            }
        };
    }

    @Bean
    SentTexts sentTexts() {
        return new SentTexts();
    }

    @Bean
    GraphQlRoute graphQlRoute(RouterFunctionMapping routes) {
        return new GraphQlRoute(routes);
    }

    @Bean
    GraphQlHttpHandler graphQlHttpHandler(WebGraphQlHandler handler) {
        return new WaitingGraphQl(handler);
    }

    @Bean
    WebMvcRegistrations quickRoutes() {
        return new WebMvcRegistrations() {
            @Override
            public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                return new QuickRoutes();
            }
        };
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AccessResolver());
        resolvers.add(new WebUserResolver());
    }

    private static final class WebUserResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(Actor.WebUser.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            if (request.getUserPrincipal() instanceof ActorToken token
                    && token.getPrincipal() instanceof Actor.WebUser user) {
                return user;
            }
            throw new IllegalStateException("nobody came through a door");
        }
    }

    private static final class AccessResolver implements HandlerMethodArgumentResolver {
        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType().equals(ProjectAccess.class)
                    || parameter.getParameterType().equals(Actor.class);
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binders) {
            HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
            if (servletRequest == null) {
                throw new IllegalStateException("no servlet request");
            }
            ProjectAccess access = RequestAccess.of(servletRequest);
            return parameter.getParameterType().equals(Actor.class) ? access.actor() : access;
        }
    }
}
