-- Never compared, and most of what a row is: statistics of these are made anew with every tenth that is added, for nobody.
ALTER TABLE orders
    ALTER lines SET STATISTICS 0,
    ALTER email SET STATISTICS 0,
    ALTER shipping_address SET STATISTICS 0;

ALTER TABLE order_view
    ALTER lines SET STATISTICS 0,
    ALTER notifications SET STATISTICS 0,
    ALTER history SET STATISTICS 0,
    ALTER cancellation SET STATISTICS 0;

-- Nobody makes those anew that are there: samples of what customers wrote.
SELECT pg_clear_attribute_stats(current_schema()::text, relation, attribute, false)
FROM (VALUES ('orders', 'lines'), ('orders', 'email'), ('orders', 'shipping_address'), ('order_view', 'lines')) AS old (relation, attribute);
