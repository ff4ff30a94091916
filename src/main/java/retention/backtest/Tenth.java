package retention.backtest;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * One of ten parts of the customers, cut by their risk and as equal in size as can be. Customers of one risk who fall into
 * different parts are shared out evenly, so that the order of the rows does not matter.
 *
 * @param highest risk in it
 * @param lowest risk in it
 * @param with the outcome; not whole where customers were shared out
 */
record Tenth(int highest, int lowest, int customers, double with) {

    private static final int PARTS = 10;
    private static final int RISKS = 101;

    /** The ten, highest risk first; fewer customers than ten make as many parts. Risks are from 0 to 100. */
    static List<Tenth> of(int[] risks, BitSet had) {
        int[] all = new int[RISKS];
        int[] with = new int[RISKS];
        for (int i = 0; i < risks.length; i++) {
            all[risks[i]]++;
            with[risks[i]] += had.get(i) ? 1 : 0;
        }
        return cut(all, with, risks.length);
    }

    private static List<Tenth> cut(int[] all, int[] with, int customers) {
        List<Tenth> tenths = new ArrayList<>();
        int[] left = all.clone();
        int risk = RISKS - 1;
        for (int part = 0; part < PARTS; part++) {
            int size = end(part + 1, customers) - end(part, customers);
            double had = 0;
            int highest = -1;
            for (int open = size; open > 0; ) {
                while (left[risk] == 0) {
                    risk--;
                }
                highest = Math.max(highest, risk);
                int taken = Math.min(open, left[risk]);
                had += (double) taken * with[risk] / all[risk];
                left[risk] -= taken;
                open -= taken;
            }
            if (size > 0) {
                tenths.add(new Tenth(highest, risk, size, had));
            }
        }
        return tenths;
    }

    private static int end(int part, int customers) {
        return (int) ((long) customers * part / PARTS);
    }

    /** Share of its customers who had the outcome, 0 to 1. */
    double share() {
        return with / customers;
    }
}
