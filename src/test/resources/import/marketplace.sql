-- Buyers of a marketplace (a sample of Olist's public orders) as customers.
--
--   advisor import --sql marketplace.sql --csv orders=olist-orders.csv.gz --csv items=olist-items.csv.gz
--       --csv customers=olist-customers.csv.gz --csv reviews=olist-reviews.csv.gz
--
-- Runs as it is on H2 (CSV files) and on PostgreSQL 16 and later.
--
-- asOf is each buyer's own: the day after the last thing that the shop heard of them, a delivery or a review. That is when a
-- shop would ask what to do for them, and all of these facts were known on that day. For whoever still waits for an order it
-- is 2018-10-04, the day after the last day in the files: the order is as late as it was then.
--
-- ASSUMPTION about consent: none. The files say nothing about it, so nothing is claimed and "consents" is left out: not known
-- counts as not allowed, and only what needs no consent is advised.
--
-- Left out on purpose:
--   orders canceled or unavailable    the files do not say on which day; without it they would read as still waited for. A buyer
--                                     who has no other order gets no list of orders: not known, rather than none
--   orders of unknown customers       701 orders name a customer that the sample does not hold
--   amount, where an order has no items here    not known, rather than 0
--   surveys of buyers without a review here     the sample lacks reviews that were written: not known, rather than none
--   since                             the sample lacks orders too, so the first one here need not be the first
--   kind                              companies buy there as well
SELECT JSON_OBJECT(
    'id' VALUE buyer.customer_unique_id,
    'asOf' VALUE buyer.as_of,
    'orders' VALUE (
        SELECT JSON_ARRAYAGG(
            JSON_OBJECT(
                'id' VALUE o.order_id,
                'amount' VALUE (
                    SELECT SUM(CAST(i.price AS DECIMAL(10, 2)) + CAST(i.freight_value AS DECIMAL(10, 2)))
                    FROM items i WHERE i.order_id = o.order_id),
                'orderedOn' VALUE CAST(CAST(o.order_purchase_timestamp AS TIMESTAMP) AS DATE),
                'promisedOn' VALUE CAST(CAST(o.order_estimated_delivery_date AS TIMESTAMP) AS DATE),
                'deliveredOn' VALUE CAST(CAST(o.order_delivered_customer_date AS TIMESTAMP) AS DATE)
                ABSENT ON NULL)
            ORDER BY o.order_purchase_timestamp, o.order_id)
        FROM customers c JOIN orders o ON o.customer_id = c.customer_id
        WHERE c.customer_unique_id = buyer.customer_unique_id
            AND (o.order_delivered_customer_date IS NOT NULL
                OR o.order_status IN ('created', 'approved', 'processing', 'invoiced', 'shipped'))),
    'surveys' VALUE (
        SELECT JSON_ARRAYAGG(
            JSON_OBJECT(
                'kind' VALUE 'STARS',
                'score' VALUE CAST(r.review_score AS INTEGER),
                'answeredOn' VALUE CAST(CAST(r.review_creation_date AS TIMESTAMP) AS DATE))
            ORDER BY r.review_creation_date, r.review_id, r.order_id)
        FROM customers c JOIN orders o ON o.customer_id = c.customer_id JOIN reviews r ON r.order_id = o.order_id
        WHERE c.customer_unique_id = buyer.customer_unique_id)
    ABSENT ON NULL)
FROM (
    SELECT heard.customer_unique_id,
        CASE WHEN heard.waits = 1 THEN DATE '2018-10-04'
            ELSE CAST(CAST(heard.last_heard AS TIMESTAMP) + INTERVAL '1' DAY AS DATE) END AS as_of
    FROM (
        SELECT c.customer_unique_id,
            MAX(CASE WHEN o.order_delivered_customer_date IS NULL
                AND o.order_status IN ('created', 'approved', 'processing', 'invoiced', 'shipped') THEN 1 ELSE 0 END) AS waits,
            -- the dates are texts of one form, so the greatest text is the latest day
            MAX(GREATEST(
                COALESCE(o.order_delivered_customer_date, o.order_purchase_timestamp),
                COALESCE(r.review_creation_date, o.order_purchase_timestamp))) AS last_heard
        FROM customers c JOIN orders o ON o.customer_id = c.customer_id LEFT JOIN reviews r ON r.order_id = o.order_id
        GROUP BY c.customer_unique_id) AS heard) AS buyer
ORDER BY buyer.customer_unique_id;
