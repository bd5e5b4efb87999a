/** The worksheet that an auditor fills in, as CSV and XLSX, and the check when it comes back. */
@NullMarked
package org.countsas.audit.worksheet;

import org.jspecify.annotations.NullMarked;
