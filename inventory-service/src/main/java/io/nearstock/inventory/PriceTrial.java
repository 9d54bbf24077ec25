package io.nearstock.inventory;

/**
 * What was sold of a row just before and just after its price changed, on ordinary days of whole weeks.
 *
 * @param ratio the later price by the earlier one
 * @param soldBefore units of demand, with what could not be sold for want of stock
 */
public record PriceTrial(double ratio, int daysBefore, double soldBefore, int daysAfter, double soldAfter) {

    /** The log-likelihood of what was sold after the change, given all that was sold: the level of demand drops out. */
    double logLikelihood(double elasticity) {
        var later = daysAfter * Math.pow(ratio, -elasticity);
        var share = later / (daysBefore + later);
        return soldAfter * Math.log(share) + soldBefore * Math.log(1 - share);
    }
}
