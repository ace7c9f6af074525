-- Acts on dead letters go when they are old, and so do redrives; acts are written in the order of their times.
CREATE INDEX dead_letter_act_at ON dead_letter_act USING brin (at);
CREATE INDEX redrive_at ON redrive (at);
