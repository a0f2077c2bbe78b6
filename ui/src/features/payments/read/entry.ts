// Rows that are typed or pasted: a table with the columns of the profile for such rows.

/** A column of the table. */
export interface EntryColumn {
    /** The field's name, as in the contract. */
    field: string;
    /** Header text, as the profile knows it. */
    name: string;
    required: boolean;
}

/** The name of the import profile that typed and pasted rows are read with. */
export const ENTRY_PROFILE = "manual";

/** What was pasted, as rows of cells: separated by tabs, else by semicolons; quotes as in CSV are taken off. Blank lines are left out. */
export function pastedCells(text: string): string[][] {
    const separator = text.includes("\t") ? "\t" : text.includes(";") ? ";" : "\t";
    const lines = text.replace(/\r\n?/g, "\n").split("\n");
    return lines.filter((line) => line.trim() !== "").map((line) => line.split(separator).map(unquoted));
}

function unquoted(cell: string): string {
    const trimmed = cell.trim();
    return /^".*"$/s.test(trimmed) ? trimmed.slice(1, -1).replaceAll('""', '"') : trimmed;
}

/**
 * `rows` with `pasted` put in. Where its first line names columns (any two of them), cells go to these columns, below the rows that hold something; else they
 * fill from the cell `at` to the right and downwards. Cells outside the table are left out.
 */
export function withPasted(rows: readonly string[][], pasted: readonly string[][], columns: readonly EntryColumn[], at: { row: number; column: number }): string[][] {
    const wanted = (pasted[0] ?? []).map((cell) => columns.findIndex((column) => column.name.toLocaleLowerCase("sv") === cell.toLocaleLowerCase("sv")));
    const hasHead = wanted.filter((column) => column >= 0).length >= 2;
    const places = hasHead ? wanted : (pasted[0] ?? []).map((_, index) => at.column + index);
    const start = hasHead ? rows.findLastIndex(hasContent) + 1 : at.row;
    const result = rows.map((row) => [...row]);
    for (const [offset, cells] of pasted.slice(hasHead ? 1 : 0).entries()) {
        const row = (result[start + offset] ??= columns.map(() => ""));
        for (const [index, cell] of cells.entries()) {
            const place = places[index] ?? (hasHead ? -1 : at.column + index);
            if (place >= 0 && place < columns.length) row[place] = cell;
        }
    }
    return result.map((row) => row ?? columns.map(() => ""));
}

/** Whether anything stands in the row. */
export function hasContent(row: readonly string[]): boolean {
    return row.some((cell) => cell.trim() !== "");
}

/** The table as the core reads it: header and rows, separated by tabs. Columns that must be there always are, others where something stands in them. */
export function entryText(columns: readonly EntryColumn[], rows: readonly string[][]): string {
    const filled = rows.filter(hasContent);
    const used = columns.map((column, index) => ({ column, index })).filter(({ column, index }) => column.required || filled.some((row) => (row[index] ?? "").trim() !== ""));
    const line = (cells: string[]) => cells.map(written).join("\t");
    return [line(used.map(({ column }) => column.name)), ...filled.map((row) => line(used.map(({ index }) => row[index] ?? "")))].join("\n");
}

/** A cell never breaks the table: tabs and line ends are blanks, and quotes are doubled as in CSV. */
function written(cell: string): string {
    const plain = cell.replace(/[\t\r\n]+/g, " ").trim();
    return plain.includes('"') ? `"${plain.replaceAll('"', '""')}"` : plain;
}
