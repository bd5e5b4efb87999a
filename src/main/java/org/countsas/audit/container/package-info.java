/** The files of a bundle in a folder or a ZIP file, and how they are assembled before they appear. */
@API(status = API.Status.INTERNAL)
@NullMarked
package org.countsas.audit.container;

import org.apiguardian.api.API;
import org.jspecify.annotations.NullMarked;
