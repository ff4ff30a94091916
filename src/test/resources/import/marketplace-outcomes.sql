-- What became of the buyers of a marketplace (a sample of Olist's public orders) that marketplace.sql makes customers of.
--
--   advisor backtest --sql marketplace.sql --outcomes marketplace-outcomes.sql --csv orders=olist-orders.csv.gz
--       --csv items=olist-items.csv.gz --csv customers=olist-customers.csv.gz --csv reviews=olist-reviews.csv.gz
--       --without surveys
--
-- Runs as it is on H2 (CSV files) and on PostgreSQL 16 and later.
--
-- stars       what the buyer said in their latest review, 1 to 5. marketplace.sql hands the reviews to the rules as surveys,
--             so without "--without surveys" the outcome would be among its own inputs.
-- days_late   how late their only delivered order came, by the day. Not an outcome but a fact that the rules see: it shows
--             whether satisfaction falls step by step, as the stars do. NULL for who had none delivered, or several.
--
-- The first row of each group comes before those of later groups, so the groups are listed from on time to latest.
SELECT buyer.customer_unique_id AS id,
    (
        SELECT CAST(r.review_score AS INTEGER)
        FROM customers c JOIN orders o ON o.customer_id = c.customer_id JOIN reviews r ON r.order_id = o.order_id
        WHERE c.customer_unique_id = buyer.customer_unique_id
        ORDER BY r.review_creation_date DESC, r.review_id DESC, r.order_id DESC
        FETCH FIRST 1 ROW ONLY) AS stars,
    CASE
        WHEN buyer.days <= 0 THEN 'on time'
        WHEN buyer.days <= 3 THEN CAST(buyer.days AS VARCHAR(10))
        WHEN buyer.days <= 7 THEN '4-7'
        WHEN buyer.days <= 14 THEN '8-14'
        WHEN buyer.days >= 15 THEN '15+' END AS days_late
FROM (
    SELECT c.customer_unique_id,
        -- of one order, so MAX only takes it out of the group; days of the calendar, as the rules count them
        CASE WHEN COUNT(o.order_delivered_customer_date) = 1 THEN CAST(EXTRACT(DAY FROM
            MAX(CAST(CAST(CAST(o.order_delivered_customer_date AS TIMESTAMP) AS DATE) AS TIMESTAMP))
            - MAX(CASE WHEN o.order_delivered_customer_date IS NOT NULL THEN
                CAST(CAST(CAST(o.order_estimated_delivery_date AS TIMESTAMP) AS DATE) AS TIMESTAMP) END)) AS INTEGER)
        END AS days
    FROM customers c JOIN orders o ON o.customer_id = c.customer_id
    GROUP BY c.customer_unique_id) AS buyer
ORDER BY buyer.days NULLS LAST, buyer.customer_unique_id;
