/** The documents of the statutory budget, whatever format they come in: of which accounts, which kind of budget, and each read once. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.source.document;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
