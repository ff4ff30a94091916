package retention.sql;

import java.nio.file.Path;
import java.util.List;

/** Made-up rows in the shape of the public data that the worked examples are written for. */
final class Small {

    private Small() {}

    static List<CsvTable> telco(Path folder) {
        return List.of(Csv.plain(
                folder,
                "telco",
                "customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,"
                        + "OnlineSecurity,OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,"
                        + "PaperlessBilling,PaymentMethod,MonthlyCharges,TotalCharges,Churn",
                "A,Male,0,No,No,14,Yes,Yes,Fiber optic,Yes,No,No,No,No,Yes,One year,Yes,Credit card (automatic),"
                        + "89.5,1200,Yes",
                "B,Female,1,Yes,Yes,0,Yes,No,No,No internet service,No internet service,No internet service,"
                        + "No internet service,No internet service,No internet service,Month-to-month,No,Mailed check,"
                        + "20, ,No"));
    }

    static List<CsvTable> marketplace(Path folder) {
        return List.of(
                Csv.plain(
                        folder,
                        "orders",
                        "order_id,customer_id,order_status,order_purchase_timestamp,order_delivered_customer_date,"
                                + "order_estimated_delivery_date",
                        "o2,c2,shipped,2018-08-01 10:00:00,,2018-08-20 00:00:00",
                        "o1,c1,delivered,2018-01-05 23:59:59,2018-01-20 08:00:00,2018-01-15 00:00:00",
                        "o3,c3,canceled,2018-02-01 10:00:00,,2018-02-20 00:00:00",
                        "o5,c5,delivered,2018-03-01 10:00:00,2018-03-09 12:00:00,2018-03-20 00:00:00",
                        "o4,stranger,delivered,2018-02-01 10:00:00,2018-02-02 10:00:00,2018-02-20 00:00:00"),
                Csv.plain(
                        folder, "items", "order_id,order_item_id,price,freight_value", "o1,1,10.10,1", "o1,2,20,0.25"),
                Csv.plain(
                        folder,
                        "customers",
                        "customer_id,customer_unique_id,customer_state",
                        "c1,u1,SP",
                        "c2,u1,SP",
                        "c3,u2,RJ",
                        "c4,u3,RJ",
                        "c5,u4,RJ"),
                Csv.plain(
                        folder,
                        "reviews",
                        "review_id,order_id,review_score,review_creation_date",
                        "r1,o1,2,2018-01-21 00:00:00",
                        "r3,o3,1,2018-02-21 00:00:00",
                        "r5,o5,5,2018-03-10 00:00:00"));
    }
}
