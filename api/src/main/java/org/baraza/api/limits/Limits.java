// SPDX-License-Identifier: Apache-2.0
package org.baraza.api.limits;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.baraza.identity.Headcount;
import org.baraza.persistence.tenancy.ProjectId;

/** Who may ask for how much. What is refused here was not begun. */
public final class Limits implements AutoCloseable {
    /** A phone that waits so long for an answer does not give up yet (device protocol: receiver). */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private record Taken(String key, Allowance allowance) {}

    private final Counter counter;
    private final Counter ofNode;
    private final Allowances dataApi;
    private final Allowances dataApiUser;
    private final Allowances dataApiKey;
    private final Optional<Allowance> submissions;
    private final Allowances submissionsProject;
    private final Allowances restores;
    private final Allowances devices;
    private final Allowances account;
    private final Allowances graphql;
    private final Allowance allSubmissions;
    private final Allowance oncePerMinute;
    private final boolean submissionsAsHq;

    /**
     * @param redis where nodes count together; empty where this one counts alone
     * @throws IllegalArgumentException when a rule cannot be read
     */
    public static Limits of(LimitRules rules, String redis, Headcount headcount, Clock clock, MeterRegistry metrics) {
        Buckets own = new LocalBuckets(clock);
        Buckets shared = redis.isBlank() ? own : new RedisBuckets(redis, clock);
        return new Limits(
                rules.read(),
                new Counter(shared, own, clock, metrics),
                new Counter(own, own, clock, metrics),
                headcount,
                clock);
    }

    /** @param ofNode counts what is limited on each node by itself */
    private Limits(Rules rules, Counter counter, Counter ofNode, Headcount headcount, Clock clock) {
        this.counter = counter;
        this.ofNode = ofNode;
        dataApi = new Allowances(HqQuota.DATA_API, rules.dataApi(), headcount, clock);
        dataApiUser = new Allowances(HqQuota.DATA_API, rules.dataApiUser(), headcount, clock);
        dataApiKey = new Allowances(HqQuota.DATA_API, rules.dataApiKey(), headcount, clock);
        submissions = rules.submissions() instanceof Rule.Fixed(var quota)
                ? Optional.of(Allowance.flowing(quota, 1))
                : Optional.empty();
        submissionsProject = new Allowances(HqQuota.SUBMISSIONS, rules.submissionsProject(), headcount, clock);
        restores = new Allowances(HqQuota.RESTORES, rules.restores(), headcount, clock);
        devices = new Allowances(HqQuota.RESTORES, rules.devices(), headcount, clock);
        account = new Allowances(HqQuota.DATA_API, rules.account(), headcount, clock);
        graphql = new Allowances(HqQuota.DATA_API, rules.graphql(), headcount, clock);
        allSubmissions = Allowance.of(HqQuota.allSubmissions(), 1);
        oncePerMinute = Allowance.of(Quota.of(Window.MINUTE, 1), 1);
        submissionsAsHq = rules.submissionsProject() instanceof Rule.AsHq;
    }

    /**
     * A request to the data API. All of caller, key and project must have room.
     *
     * @param key the API key in use; only a fingerprint of it is kept
     * @return empty where nothing is limited
     */
    public Optional<Standing> dataApi(ProjectId project, String userId, Optional<String> key) {
        List<Taken> wanted = new ArrayList<>();
        dataApiUser
                .of(project)
                .ifPresent(each -> wanted.add(new Taken(project.value() + ":data-api:user:" + userId, each)));
        if (key.isPresent()) {
            dataApiKey
                    .of(project)
                    .ifPresent(each -> wanted.add(
                            new Taken(project.value() + ":data-api:key:" + Fingerprint.of(key.get()), each)));
        }
        dataApi.of(project).ifPresent(each -> wanted.add(new Taken(project.value() + ":data-api", each)));
        return all(wanted);
    }

    private Optional<Standing> all(List<Taken> wanted) {
        Standing tightest = null;
        for (int i = 0; i < wanted.size(); i++) {
            Standing here = counter.take(wanted.get(i).key, wanted.get(i).allowance, 1);
            tightest = tightest == null ? here : tightest.tighter(here);
            if (!here.allowed()) {
                wanted.subList(0, i).forEach(taken -> counter.giveBack(taken.key, taken.allowance));
                return Optional.of(here);
            }
        }
        return Optional.ofNullable(tightest);
    }

    /**
     * A form that comes in, waits for its turn while its phone has patience.
     *
     * @return after how long it had better come again; empty when its turn came
     */
    public Optional<Duration> submission(ProjectId project) {
        // The project first: what its own limit refuses takes nothing from the others.
        return submissionsProject
                .of(project)
                .flatMap(allowance -> submission(project.value() + ":submissions", allowance))
                .or(() -> submissions.flatMap(allowance -> ofNode.await("submissions", allowance, PATIENCE)));
    }

    private Optional<Duration> submission(String key, Allowance allowance) {
        if (!submissionsAsHq) {
            return counter.await(key, allowance, PATIENCE);
        }
        if (counter.take(key, allowance, 1).allowed()) {
            counter.charge("submissions", allSubmissions);
            return Optional.empty();
        }
        // The project's own limit counts only while all projects together send too much.
        if (counter.take("submissions", allSubmissions, 1).allowed()) {
            return Optional.empty();
        }
        return counter.await(key, allowance, PATIENCE);
    }

    /** A phone that syncs. */
    public Optional<Standing> restore(ProjectId project) {
        return restores.of(project).map(allowance -> counter.take(project.value() + ":restores", allowance, 1));
    }

    /** Whether a user may be at one more device; one that she was seen at within the minute is none more. */
    public boolean device(ProjectId project, String userId, String deviceId) {
        Optional<Allowance> most = devices.of(project);
        if (most.isEmpty()) {
            return true;
        }
        String user = project.value() + ":devices:" + userId;
        String device = user + ':' + Fingerprint.of(deviceId);
        if (!counter.take(device, oncePerMinute, 1).allowed()
                || counter.take(user, most.get(), 1).allowed()) {
            return true;
        }
        // She was not let in there, or the next request from there would pass for one of a device that counts.
        counter.giveBack(device, oncePerMinute);
        return false;
    }

    /** A request of a program of a web user that is about her account and not about one project. */
    public Optional<Standing> account(String userId) {
        return account.ofAnybody().map(allowance -> counter.take("user:" + userId + ":account", allowance, 1));
    }

    /** What a document of a web user costs, in whichever projects. */
    public Optional<Standing> graphql(String userId, long points) {
        return graphql.ofAnybody().map(allowance -> counter.take("user:" + userId + ":graphql", allowance, points));
    }

    @Override
    public void close() {
        counter.close();
    }
}
