/**
 * Coverage-guided fuzz targets (Jazzer) over everything that reads what a stranger may send. In the normal test phase each runs on
 * its seeds, which hold every input that ever broke it; CONTRIBUTING says how to run one for longer.
 */
package org.countsas.fuzz;
