// How a row of a list shows in Granska.
import type { Column } from "../../../components/list";
import type { FieldReading } from "../../../components/WrittenMeant.vue";
import type { FieldView, RowView } from "../../../generated/contract";
import { t } from "../../../texts";
import { formatDossierNumber, formatOre, formatPersonalNumber, formatSpan } from "../../../texts/format";

/** Fields that each column of the list shows. */
const SHOWN: Record<string, readonly string[]> = {
    code: ["payment_code", "compensation_text"],
    person: ["family_name", "given_name", "full_name"],
    dossier: ["dossier_number"],
    period: ["period_from", "period_until"],
    amount: ["amount"],
};

/** Whether the cell is at fault, and how gravely. Only while the row waits: a decided one fades its finding. */
function faultIn(column: string): (row: RowView) => "error" | "warning" | undefined {
    return (row) => {
        if (row.state !== "open" || row.finding === null) return undefined;
        const severity = row.finding.severity === "warning" ? "warning" : "error";
        if (row.finding_field !== null) return SHOWN[column]?.includes(row.finding_field) ? severity : undefined;
        return column === "amount" && row.amount_ore === null ? severity : undefined;
    };
}

/** What stands in a cell that has no meaning: the text as written, or that nothing stands there although it should. */
function unreadable(row: RowView, column: string, field: string): string {
    return row.unread[field] ?? (faultIn(column)(row) === undefined ? "" : t("row-missing"));
}

/** Names as meant, else as they are written in a row with too few or too many fields. */
function personWords(row: RowView): string {
    if (row.person_name !== "") return row.person_name;
    const [full, family, given] = [row.unread["full_name"], row.unread["family_name"], row.unread["given_name"]];
    return [full, family, given].filter((name) => name !== undefined).join(", ");
}

function periodWords(row: RowView): string {
    const from = row.period_from ?? row.unread["period_from"] ?? "";
    const until = row.period_until ?? row.unread["period_until"] ?? "";
    return from === "" && until === "" ? unreadable(row, "period", "period_from") : formatSpan(from, until);
}

/** Pixels of a digit in the list's type, and of a cell's edges. */
const [DIGIT, EDGES] = [7, 13];
/** Widths of a period within one year, and across the turn of a year, whose second day has its year too. */
const [PERIOD, PERIOD_OF_TWO_YEARS] = ["121px", "157px"];

/** The columns of Granska, as wide as the list's highest line number and longest period want. */
export function columnsFor(rows: number, hasTwoYears: boolean): Column<RowView>[] {
    const digits = Math.max(2, String(rows + 1).length);
    return [
        { id: "line", title: t("column-line"), width: `${digits * DIGIT + EDGES + 5}px`, align: "end", text: (row) => String(row.line), secondary: true },
        { id: "state", title: "", width: "26px" },
        { id: "code", title: t("column-code"), width: "55px", text: (row) => row.payment_code ?? unreadable(row, "code", "payment_code"), fault: faultIn("code"), shorten: true },
        { id: "person", title: t("column-person"), width: "minmax(90px, 1fr)", text: personWords, shorten: true, fault: faultIn("person") },
        {
            id: "dossier",
            title: t("column-dossier"),
            width: "76px",
            text: (row) => (row.dossier_number === null ? unreadable(row, "dossier", "dossier_number") : formatDossierNumber(row.dossier_number)),
            fault: faultIn("dossier"),
        },
        { id: "period", title: t("column-period"), width: hasTwoYears ? PERIOD_OF_TWO_YEARS : PERIOD, text: periodWords, secondary: true, fault: faultIn("period") },
        {
            id: "amount",
            title: t("column-amount"),
            width: "94px",
            align: "end",
            text: (row) => (row.amount_ore === null ? unreadable(row, "amount", "amount") : formatOre(row.amount_ore)),
            fault: faultIn("amount"),
        },
        { id: "finding", title: t("column-finding"), width: "minmax(120px, 1.6fr)", shorten: true },
        { id: "decision", title: t("column-decision"), width: "62px" },
    ];
}

/** Whether the period crosses the turn of a year. */
export function isOfTwoYears(row: RowView): boolean {
    return row.period_from !== null && row.period_until !== null && row.period_from.slice(0, 4) !== row.period_until.slice(0, 4);
}

/** The fields of a row for the comparison as written – as meant. */
export function readingsOf(fields: readonly FieldView[]): FieldReading[] {
    return fields.map((field) => {
        const meant = field.field === "personal_number" ? formatPersonalNumber(field.meant) : (field.meant ?? "");
        const fault = field.severity === "error" || field.severity === "warning" ? field.severity : undefined;
        return {
            number: field.column,
            label: field.label,
            written: field.written,
            meant: field.meant === null && fault === "error" ? t("row-unreadable") : meant,
            equal: field.written.trim() === meant,
            fault,
            mark: field.mark_from === null || field.mark_until === null ? undefined : markIn(field.written, field.mark_from, field.mark_until),
        };
    });
}

/** Characters of the core (Unicode scalar values) as places in a JavaScript text (UTF-16 units). */
function markIn(text: string, from: number, until: number): { from: number; to: number } {
    const units = (count: number) => [...text].slice(0, count).join("").length;
    return { from: units(from), to: units(until) };
}
