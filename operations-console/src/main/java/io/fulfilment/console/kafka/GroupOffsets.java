package io.fulfilment.console.kafka;

import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import io.fulfilment.console.lag.GroupPartition;
import io.fulfilment.console.lag.Look;
import io.fulfilment.console.lag.Offsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.ListGroupsOptions;
import org.apache.kafka.clients.admin.ListOffsetsResult.ListOffsetsResultInfo;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;

/** Asks where all groups are: all at once for each kind of question, however many groups and partitions there are. */
record GroupOffsets(Admin admin, Answers answers) {

    static Look look(Admin admin) {
        var answers = new Answers();
        Map<GroupPartition, Offsets> found = new GroupOffsets(admin, answers).found();
        if (found.isEmpty()) {
            answers.requireWhole();
        }
        return new Look(found, answers.areWhole());
    }

    private Map<GroupPartition, Offsets> found() {
        Map<String, Map<TopicPartition, Long>> committed = committed();
        Map<String, Set<TopicPartition>> partitions = partitionsOf(topicsOf(committed.values()));
        var endsToCome = asked(flat(partitions.values()), OffsetSpec.latest());
        var startsToCome = asked(withoutCommit(committed, partitions), OffsetSpec.earliest());
        Map<TopicPartition, Long> ends = offsets(endsToCome);
        Map<TopicPartition, Long> starts = offsets(startsToCome);
        Map<GroupPartition, Offsets> found = new HashMap<>();
        committed.forEach((group, commits) -> topicsOf(List.of(commits)).stream()
                .flatMap(topic -> partitions.getOrDefault(topic, Set.of()).stream())
                .forEach(partition -> {
                    Long from = commits.getOrDefault(partition, starts.get(partition));
                    Long end = ends.get(partition);
                    if (from != null && end != null) {
                        found.put(
                                new GroupPartition(group, partition.topic(), partition.partition()),
                                new Offsets(from, end));
                    }
                }));
        return found;
    }

    private Map<String, Map<TopicPartition, Long>> committed() {
        Map<String, ListConsumerGroupOffsetsSpec> groups =
                groups().stream().collect(toMap(Function.identity(), _ -> new ListConsumerGroupOffsetsSpec()));
        if (groups.isEmpty()) {
            return Map.of();
        }
        var answer = admin.listConsumerGroupOffsets(groups);
        Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
        answers.ofThose(groups.keySet(), answer::partitionsToOffsetAndMetadata)
                .forEach((group, offsets) -> committed.put(
                        group,
                        offsets.entrySet().stream()
                                .filter(entry -> entry.getValue() != null)
                                .collect(toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().offset()))));
        return committed;
    }

    /** Each broker tells the groups that it coordinates. */
    private Set<String> groups() {
        var answer = admin.listGroups(ListGroupsOptions.forConsumerGroups());
        try {
            Answers.of(answer.errors()).forEach(answers::note);
            return Answers.of(answer.valid()).stream()
                    .map(GroupListing::groupId)
                    .collect(toSet());
        } catch (ExecutionException e) {
            answers.note(e);
            return Set.of();
        }
    }

    private static Set<String> topicsOf(Collection<Map<TopicPartition, Long>> commits) {
        return commits.stream()
                .flatMap(offsets -> offsets.keySet().stream())
                .map(TopicPartition::topic)
                .collect(toSet());
    }

    private Map<String, Set<TopicPartition>> partitionsOf(Set<String> topics) {
        if (topics.isEmpty()) {
            return Map.of();
        }
        var answer = admin.describeTopics(topics).topicNameValues();
        Map<String, Set<TopicPartition>> partitions = new HashMap<>();
        answers.ofThose(topics, topic -> Objects.requireNonNull(answer.get(topic)))
                .forEach((topic, described) -> partitions.put(
                        topic,
                        described.partitions().stream()
                                .map(partition -> new TopicPartition(topic, partition.partition()))
                                .collect(toSet())));
        return partitions;
    }

    private static Set<TopicPartition> withoutCommit(
            Map<String, Map<TopicPartition, Long>> committed, Map<String, Set<TopicPartition>> partitions) {
        return committed.values().stream()
                .flatMap(commits -> topicsOf(List.of(commits)).stream()
                        .flatMap(topic -> partitions.getOrDefault(topic, Set.of()).stream())
                        .filter(partition -> !commits.containsKey(partition)))
                .collect(toSet());
    }

    private Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> asked(
            Set<TopicPartition> partitions, OffsetSpec which) {
        if (partitions.isEmpty()) {
            return Map.of();
        }
        var answer = admin.listOffsets(partitions.stream().collect(toMap(Function.identity(), _ -> which)));
        return partitions.stream().collect(toMap(Function.identity(), answer::partitionResult));
    }

    private Map<TopicPartition, Long> offsets(Map<TopicPartition, KafkaFuture<ListOffsetsResultInfo>> toCome) {
        return answers
                .ofThose(toCome.keySet(), partition -> Objects.requireNonNull(toCome.get(partition)))
                .entrySet()
                .stream()
                .collect(toMap(Map.Entry::getKey, entry -> entry.getValue().offset()));
    }

    private static Set<TopicPartition> flat(Collection<Set<TopicPartition>> sets) {
        return sets.stream().flatMap(Set::stream).collect(toSet());
    }
}
