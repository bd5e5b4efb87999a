/** Ed25519 keys (RFC 8032) in PEM files, and the signed notes and checkpoints of transparency logs. */
@NullMarked
package org.countsas.audit.key;

import org.jspecify.annotations.NullMarked;
