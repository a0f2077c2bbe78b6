// Where a backup is read in.

/** Address of the way that reads a backup in; with `file`, of that one. */
export function restorePlace(file?: string): { path: string; query: { fil?: string } } {
    return { path: "/installningar/kopior/las-tillbaka", query: file === undefined ? {} : { fil: file } };
}
