-- The replicas of a service share the publishing: the shards of all keys are eight groups, each of which one replica publishes.
INSERT INTO relay_lease (shard_group, owner, expires_at)
SELECT shard_group, '00000000-0000-0000-0000-000000000000', '-infinity' FROM generate_series(1, 7) AS shard_group;

-- The replicas that are there, those that publish nothing yet among them: by how many the groups are shared.
CREATE TABLE relay_presence (
    relay      uuid        PRIMARY KEY,
    expires_at timestamptz NOT NULL
);
