/** The worksheet that an auditor fills in, as CSV and XLSX, and the check when it comes back. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.audit.worksheet;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
