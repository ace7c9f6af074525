-- What shows that faults took effect, and is gone from the tables that they befell.

-- Which process took a record.
ALTER TABLE inbox ADD COLUMN taken_by text DEFAULT current_setting('application_name');

-- Each state that a key was held in.
CREATE TABLE held_before (
    topic       text NOT NULL,
    message_key text,
    state       text NOT NULL
);

CREATE INDEX held_before_key ON held_before (message_key);

CREATE FUNCTION note_held() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO held_before (topic, message_key, state) VALUES (NEW.topic, NEW.message_key, NEW.state);
  RETURN NULL;
END
$$;

CREATE TRIGGER held AFTER INSERT OR UPDATE OF state ON held_key FOR EACH ROW EXECUTE FUNCTION note_held();

-- Each group of shards that went over from a replica that had said nothing for too long.
CREATE TABLE taken_over (
    shard_group smallint NOT NULL
);

CREATE FUNCTION note_taken_over() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO taken_over (shard_group) VALUES (NEW.shard_group);
  RETURN NULL;
END
$$;

CREATE TRIGGER taken_over AFTER UPDATE OF owner ON relay_lease FOR EACH ROW
WHEN (NEW.owner <> OLD.owner AND OLD.expires_at > '-infinity') EXECUTE FUNCTION note_taken_over();
