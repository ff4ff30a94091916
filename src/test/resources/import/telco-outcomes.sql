-- What became of the subscribers of a telephone company (IBM's public sample) that telco.sql makes customers of.
--
--   advisor backtest --sql telco.sql --outcomes telco-outcomes.sql --csv telco=telco.csv.gz --without since
--
-- Runs as it is on H2 (CSV files) and on PostgreSQL 16 and later.
--
-- has_left is 1 for who left in the month that the file tells of. The rules never see it: telco.sql leaves Churn out and takes
-- the other columns for what was known before.
--
-- "--without since" shuts out tenure as well: the file counts it up to the same month, and whoever has stayed long so far
-- mostly stays on, which needs no rules to know.
SELECT customerID AS id, CASE Churn WHEN 'Yes' THEN 1 WHEN 'No' THEN 0 END AS has_left
FROM telco
ORDER BY customerID;
