-- Acts on dead letters go when they are old; they are written in the order of their times.
CREATE INDEX dead_letter_act_at ON dead_letter_act USING brin (at);
