// What a matrix of amounts shows: boards across, compensations down, grouped, with sums from the core.
import type { Ore } from "../texts/format";

/** One amount. `ring` marks a cell that holds an öre left by rounding. */
export interface MatrixCell {
    ore: Ore;
    ring?: boolean;
}

/** A column of amounts: code above, name below. */
export interface MatrixColumn {
    id: string;
    code: string;
    name: string;
}

/** A row of amounts; a column without cell is empty. */
export interface MatrixRow {
    id: string;
    name: string;
    /** How it is shared, in words. */
    shares: string;
    count: number;
    cells: Record<string, MatrixCell>;
    sum: Ore;
}

/** Rows that belong together. */
export interface MatrixGroup {
    id: string;
    code: string;
    name: string;
    rows: MatrixRow[];
}

/** A row of the foot; the last one is the result. */
export interface MatrixFoot {
    id: string;
    name: string;
    count: number;
    sums: Record<string, Ore>;
    sum: Ore;
}

/** A chosen cell. */
export interface MatrixPlace {
    row: string;
    column: string;
}

/** Where an arrow, Home, End, PageUp or PageDown leads from `place`; the same place at an edge, undefined for other keys. Ctrl with Home or End goes to the corners. */
export function movedPlace(
    key: string,
    ctrl: boolean,
    place: MatrixPlace,
    rows: readonly string[],
    columns: readonly string[],
): MatrixPlace | undefined {
    const [row, column] = [rows.indexOf(place.row), columns.indexOf(place.column)];
    const at = (r: number, c: number): MatrixPlace => ({
        row: rows[Math.min(Math.max(r, 0), rows.length - 1)] ?? place.row,
        column: columns[Math.min(Math.max(c, 0), columns.length - 1)] ?? place.column,
    });
    switch (key) {
        case "ArrowUp":
            return at(row - 1, column);
        case "ArrowDown":
            return at(row + 1, column);
        case "ArrowLeft":
            return at(row, column - 1);
        case "ArrowRight":
            return at(row, column + 1);
        case "Home":
            return at(ctrl ? 0 : row, 0);
        case "End":
            return at(ctrl ? rows.length - 1 : row, columns.length - 1);
        case "PageUp":
            return at(row - 10, column);
        case "PageDown":
            return at(row + 10, column);
        default:
            return undefined;
    }
}

/** The next cell with a ring after `place`, row by row, round at the end; undefined where none has one. */
export function nextRing(place: MatrixPlace | undefined, groups: readonly MatrixGroup[], columns: readonly MatrixColumn[]): MatrixPlace | undefined {
    const places = groups.flatMap((group) =>
        group.rows.flatMap((row) => columns.map((column) => ({ row: row.id, column: column.id, ring: row.cells[column.id]?.ring === true }))),
    );
    const here = places.findIndex((one) => one.row === place?.row && one.column === place.column);
    const found = [...places.slice(here + 1), ...places.slice(0, here + 1)].find((one) => one.ring);
    return found === undefined ? undefined : { row: found.row, column: found.column };
}
