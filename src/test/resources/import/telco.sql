-- Subscribers of a telephone company (IBM's public sample) as customers.
--
--   advisor import --sql telco.sql --csv telco=telco.csv.gz
--
-- Runs as it is on H2 (CSV files) and on PostgreSQL 16 and later.
--
-- The file holds no dates, only months of tenure as of a day it does not name. We take that day to be 2026-01-01, and count
-- the first day as a customer back from it; it is right to the month.
--
-- usualMonthlyPrice is the mean over all subscribers of the file: dear or cheap is told against it, in any currency.
--
-- ASSUMPTION about consent: the file says nothing about it. To let the advice of an offer be seen, this example assumes that
-- everybody allowed e-mail marketing on their first day. With real customers, take this from your own records or leave
-- "consents" out: what is not known counts as not allowed.
--
-- Left out on purpose:
--   Churn                    is the future: nobody knows it on the day of the decision
--   gender, SeniorCitizen, Partner, Dependents    are no business of a retention offer
--   contract.startedOn and endsOn    tenure does not tell when the present term began: terms are renewed and changed
--   usage                    the file says what is paid for, not what is used
--   lifetimeValue, marginToDate      TotalCharges is revenue, neither of the two
--   PaperlessBilling         has no word in the vocabulary
SELECT JSON_OBJECT(
    'id' VALUE customerID,
    'asOf' VALUE DATE '2026-01-01',
    'since' VALUE since,
    'kind' VALUE 'CONSUMER', -- the columns we leave out describe persons
    'consents' VALUE JSON_ARRAY(
        JSON_OBJECT('channel' VALUE 'EMAIL', 'purpose' VALUE 'MARKETING', 'givenOn' VALUE since)),
    'contract' VALUE JSON_OBJECT(
        'plan' VALUE CASE
            WHEN InternetService = 'No' THEN 'phone'
            WHEN PhoneService = 'No' THEN InternetService
            ELSE InternetService || ' and phone' END,
        'monthlyPrice' VALUE CAST(MonthlyCharges AS DECIMAL(10, 2)),
        'usualMonthlyPrice' VALUE usual_price,
        'termMonths' VALUE CASE Contract WHEN 'Month-to-month' THEN 1 WHEN 'One year' THEN 12 WHEN 'Two year' THEN 24 END,
        'addOns' VALUE JSON_ARRAY(
            CASE WHEN MultipleLines = 'Yes' THEN 'multiple lines' END,
            CASE WHEN OnlineSecurity = 'Yes' THEN 'online security' END,
            CASE WHEN OnlineBackup = 'Yes' THEN 'online backup' END,
            CASE WHEN DeviceProtection = 'Yes' THEN 'device protection' END,
            CASE WHEN TechSupport = 'Yes' THEN 'tech support' END,
            CASE WHEN StreamingTV = 'Yes' THEN 'streaming TV' END,
            CASE WHEN StreamingMovies = 'Yes' THEN 'streaming movies' END
            ABSENT ON NULL),
        -- six come with the internet, multiple lines with the phone
        'addOnsAvailable' VALUE
            CASE WHEN InternetService = 'No' THEN 0 ELSE 6 END + CASE WHEN PhoneService = 'No' THEN 0 ELSE 1 END,
        'paymentMethod' VALUE CASE PaymentMethod
            WHEN 'Electronic check' THEN 'ELECTRONIC_CHEQUE'
            WHEN 'Mailed check' THEN 'CHEQUE'
            WHEN 'Bank transfer (automatic)' THEN 'BANK_TRANSFER'
            WHEN 'Credit card (automatic)' THEN 'CARD' END,
        'paidAutomatically' VALUE PaymentMethod LIKE '%(automatic)'
        ABSENT ON NULL)
    ABSENT ON NULL)
FROM (
    SELECT t.*, CAST(DATE '2026-01-01' - CAST(tenure AS INTEGER) * INTERVAL '1' MONTH AS DATE) AS since,
        CAST(AVG(CAST(MonthlyCharges AS DECIMAL(10, 2))) OVER () AS DECIMAL(10, 2)) AS usual_price
    FROM telco t) AS subscriber
ORDER BY customerID;
