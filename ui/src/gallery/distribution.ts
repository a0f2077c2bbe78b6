// One month distributed over seven boards of the example tables.
import type { MatrixCell, MatrixColumn, MatrixFoot, MatrixGroup, MatrixRow } from "../components/matrix";

/** The boards. */
export const boards: MatrixColumn[] = [
    ["1010", "Arbets\u00ADmarknads\u00ADnämnden"],
    ["7110", "Exempel stadsdels\u00ADnämnd A"],
    ["7120", "Exempel stadsdels\u00ADnämnd B"],
    ["7130", "Exempel stadsdels\u00ADnämnd C"],
    ["8100", "Utbildnings\u00ADnämnden"],
    ["8200", "Social\u00ADnämnden"],
    ["8300", "Över\u00ADförmyndar\u00ADnämnden"],
].map(([code = "", name = ""]) => ({ id: code, code, name }));

type Cells = Record<string, number | [number, "ring"]>;

function row(name: string, shares: string, count: number, sum: number, cells: Cells): MatrixRow {
    const read = Object.entries(cells).map(([id, cell]): [string, MatrixCell] => [
        id,
        typeof cell === "number" ? { ore: cell } : { ore: cell[0], ring: true },
    ]);
    return { id: name, name, shares, count, sum, cells: Object.fromEntries(read) };
}

/** The compensations, grouped. */
export const groups: MatrixGroup[] = [
    { id: "4000", code: "4000", name: "Utbildning", rows: [
        row("Förskola", "100 % 8100", 1, 900000, { 8100: 900000 }),
        row("Förskoleklass", "100 % 8100", 1, 650000, { 8100: 650000 }),
        row("Grundskola", "100 % 8100", 2, 0, { 8100: 0 }),
        row("Gymnasieskola", "100 % 8100", 1, 1600000, { 8100: 1600000 }),
    ] },
    { id: "6000", code: "6000", name: "Flykting\u00ADmottagande", rows: [
        row("Barn i familj", "70 % nämnd · 30 % 8200", 2, 10034300, { 7110: [4300649, "ring"], 7130: [2723362, "ring"], 8200: 3010289 }),
        row("Tvåårsschablon", "60 % nämnd · 25 % 8100 · 15 % 1010", 7, 10102000, { 1010: 1515300, 7110: 990000, 7120: 2535600, 7130: 2535600, 8100: 2525500 }),
        row("Initiala kostnader, anvisad", "100 % nämnd", 3, 4390800, { 7110: 1033000, 7120: 1291700, 7130: 2066100 }),
        row("Initialt bistånd, egen bosättning", "100 % nämnd", 1, 413200, { 7130: 413200 }),
    ] },
    { id: "6100", code: "6100", name: "Ensam\u00ADkommande", rows: [
        row("Dygnsschablon, asyl", "100 % nämnd", 2, 1800000, { 7130: 1800000 }),
        row("Schablon vid anvisning", "70 % nämnd · 30 % 8300", 1, 5200000, { 7130: 3640000, 8300: 1560000 }),
        row("Vård, asyl", "100 % nämnd", 1, 15261745, { 7120: 15261745 }),
        row("Dygnsschablon, tillstånd", "100 % nämnd", 1, 9200000, { 7120: 9200000 }),
        row("Vård, tillstånd", "100 % nämnd", 1, 9742965, { 7130: 9742965 }),
        row("Dygnsschablon, 18–20 år", "100 % nämnd", 1, 6900000, { 7120: 6900000 }),
    ] },
    { id: "6200", code: "6200", name: "Massflykt", rows: [
        row("Dygnsschablon, ordnat boende", "100 % 8200", 3, 1230000, { 8200: 1230000 }),
        row("Engångsbelopp", "100 % 8200", 1, 1500000, { 8200: 1500000 }),
        row("Enligt fördelningstal", "100 % 1010", 1, 12000000, { 1010: 12000000 }),
    ] },
];

/** The foot: paid, clawbacks, to distribute. */
export const foot: MatrixFoot[] = [
    { id: "paid", name: "Utbetalt", count: 26, sum: 94851010, sums: { 1010: 13654200, 7110: 6323649, 7120: 35189045, 7130: 24676827, 8100: 7587000, 8200: 5860289, 8300: 1560000 } },
    { id: "clawback", name: "Återkrav", count: 4, sum: -3926000, sums: { 1010: -138900, 7110: 0, 7120: 0, 7130: -1755600, 8100: -1911500, 8200: -120000, 8300: 0 } },
    { id: "result", name: "Att fördela", count: 30, sum: 90925010, sums: { 1010: 13515300, 7110: 6323649, 7120: 35189045, 7130: 22921227, 8100: 5675500, 8200: 5740289, 8300: 1560000 } },
];
