package org.countsas.audit.sampling;

import java.math.BigDecimal;
import org.apiguardian.api.API;

/**
 * The figures from which the size of a sample follows.
 *
 * @param tolerable the tolerable error: in units of the currency; for {@link SamplingMethod#RANDOM}, and for
 *                  {@link SamplingMethod#ELUSION} if it was given in per cent, in items
 * @param expected  the expected error, in the same unit
 * @param factor    the planning factor; zero for {@link SamplingMethod#RANDOM} and {@link SamplingMethod#ELUSION}
 * @param interval  the sampling interval in units of the currency: no drawn item stands for more possible error. Unless the method is
 *                  {@link SamplingMethod#RANDOM}, an item of at least this book value is certain to be drawn. For
 *                  {@link SamplingMethod#ELUSION} it says nothing else; 0 if no item is certain because of its amount
 */
@API(status = API.Status.EXPERIMENTAL)
public record SampleDesign(BigDecimal tolerable, BigDecimal expected, BigDecimal factor, long interval) {}
