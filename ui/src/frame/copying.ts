// Rows for a spreadsheet: what is copied from a list or a table is a line for each row and a column for each cell.

const ROW = "[role=row], tr";
const CELL = "[role=gridcell], [role=columnheader], [role=rowheader], th, td";
const GRID = "[role=grid], table";
const FIELD = "input, textarea, select, [contenteditable]";

/** Ctrl C in a list takes the row that one is at, Ctrl A all that are shown; and the window has no menu of the browser's. */
export function provideCopying(target: Window): void {
    target.addEventListener("keydown", select);
    target.addEventListener("copy", (event) => copy(event, target.document));
    target.addEventListener("contextmenu", withoutMenu);
}

/** Selects what a key means, and leaves the copying itself to the system. */
function select(event: KeyboardEvent): void {
    if (!event.ctrlKey || event.altKey || event.shiftKey || event.defaultPrevented || !(event.target instanceof Element) || event.target.closest(FIELD) !== null) return;
    const page = event.target.ownerDocument;
    const selection = page.getSelection();
    const grid = event.target.closest(GRID);
    if (event.key.toLowerCase() === "a") {
        // All is what the list holds; without one nothing is: not menus, buttons and titles.
        event.preventDefault();
        if (grid !== null) selection?.selectAllChildren(grid);
    } else if (event.key.toLowerCase() === "c" && grid !== null && selection?.isCollapsed !== false) {
        const row = event.target.closest(ROW);
        if (row !== null) selection?.selectAllChildren(row);
    }
}

function copy(event: ClipboardEvent, page: Document): void {
    const text = rowsAsText(page.getSelection());
    if (text === undefined) return;
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    page.getSelection()?.removeAllRanges();
}

/** The rows in a selection, tabs between their cells, the heads above where there are several; undefined where it lies within one cell. */
export function rowsAsText(selection: Selection | null): string | undefined {
    if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return undefined;
    const range = selection.getRangeAt(0);
    const inside = elementOf(range.commonAncestorContainer);
    const grid = inside?.closest(GRID) ?? inside?.querySelector(GRID);
    if (inside == null || grid == null || inside.closest(CELL) !== null) return undefined;
    const rows = [...grid.querySelectorAll(ROW)].filter((row) => range.intersectsNode(row) && cellsOf(row).length > 0);
    const heads = rows.length > 1 ? [...grid.querySelectorAll(ROW)].slice(0, 1).filter((row) => isHead(row) && !rows.includes(row)) : [];
    const lines = [...heads, ...rows].map((row) => cellsOf(row).map(cellText).join("\t"));
    return lines.length === 0 ? undefined : lines.join("\n");
}

function elementOf(node: Node): Element | null {
    return node instanceof Element ? node : node.parentElement;
}

function cellsOf(row: Element): Element[] {
    return [...row.querySelectorAll(CELL)].filter((cell) => cell.closest(ROW) === row);
}

function isHead(row: Element): boolean {
    return row.querySelector("[role=columnheader], thead th") !== null || row.closest("thead") !== null;
}

/** The words of a cell on one line; an amount as a spreadsheet reads it: without spaces between thousands, with a plain minus. */
function cellText(cell: Element): string {
    const text = (cell.textContent ?? "").replace(/\s+/g, " ").trim();
    return /^[−-]?\d{1,3}(?: \d{3})*(?:,\d+)?$/.test(text) ? text.replaceAll(" ", "").replace("−", "-") : text;
}

function withoutMenu(event: MouseEvent): void {
    const isText = event.target instanceof Element && event.target.closest(FIELD) !== null;
    if (!isText) event.preventDefault();
}
