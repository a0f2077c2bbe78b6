// How a row of a draft shows while it is brought in.
import type { Column } from "../../components/list";
import type { FieldReading } from "../../components/WrittenMeant.vue";
import type { DraftFieldView, DraftRowView } from "../../generated/contract";
import { t } from "../../texts";
import { formatDossierNumber, formatPersonalNumber } from "../../texts/format";

/** Pixels of a digit in the list's type, and of a cell's edges. */
const [DIGIT, EDGES] = [7, 18];

/** The columns, the first as wide as the highest line number wants; `between` are those that the kind adds. */
export function columnsFor(rows: number, between: Column<DraftRowView>[]): Column<DraftRowView>[] {
    const digits = Math.max(2, String(rows + 1).length);
    return [
        { id: "line", title: t("column-line"), width: `${digits * DIGIT + EDGES}px`, align: "end", text: (row) => String(row.line), secondary: true },
        { id: "state", title: "", width: "26px" },
        { id: "name", title: t("persons-name"), width: "minmax(130px, 1fr)", shorten: true },
        ...between,
        { id: "finding", title: t("column-finding"), width: "minmax(170px, 1.5fr)", shorten: true },
        { id: "decision", title: t("column-decision"), width: "74px" },
    ];
}

/** What a field means, as people write it. */
function meaningOf({ field, meant, meant_text }: DraftFieldView): string {
    if (meant_text !== null) return meant_text;
    if (field === "personal_number") return formatPersonalNumber(meant);
    return field === "dossier_number" ? formatDossierNumber(meant) : (meant ?? "");
}

/** The fields of a row for the comparison as written – as meant; those that say nothing are left out. */
export function readingsOf(fields: readonly DraftFieldView[]): FieldReading[] {
    const said = fields.filter(({ written, meant, corrected, severity }) => written.trim() !== "" || meant !== null || corrected !== null || severity !== null);
    return said.map((field) => {
        const fault = field.severity === "error" || field.severity === "warning" ? field.severity : undefined;
        const meant = meaningOf(field);
        return {
            number: field.column,
            label: field.label,
            written: field.written,
            meant: field.meant === null && fault === "error" ? t(field.written.trim() === "" ? "row-missing" : "row-unreadable") : meant,
            equal: field.written.trim() === meant,
            fault,
        };
    });
}
