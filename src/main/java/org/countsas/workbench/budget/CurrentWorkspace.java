package org.countsas.workbench.budget;

/** The workspace that pages show: another one once rules were saved. Thread-safe. */
public final class CurrentWorkspace {
    private volatile Workspace workspace;

    /** Begins with a workspace. */
    public CurrentWorkspace(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The workspace. */
    public Workspace get() {
        return workspace;
    }

    /** From now on another one. */
    public void set(Workspace other) {
        workspace = other;
    }
}
