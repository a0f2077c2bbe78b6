// Backups in words: how they stand in a list, and what one holds.
import type { Fact } from "../../components/FactList.vue";
import type { Column } from "../../components/list";
import type { BackupVerified, BackupView, HoldsView } from "../../generated/contract";
import { t } from "../../texts";
import { formatCount, formatMoment } from "../../texts/format";

/** Columns of a list of backups; the cell `state` has a slot of its own. */
export const BACKUP_COLUMNS: Column<BackupView>[] = [
    { id: "made", title: t("backup-made-at"), width: "122px", text: (row) => formatMoment(row.made_at) },
    { id: "reason", title: t("backup-reason"), width: "minmax(160px, 1fr)", text: (row) => t(`backup-reason-${row.reason}`), shorten: true },
    { id: "events", title: t("backup-events"), width: "84px", align: "end", text: (row) => formatCount(row.events), spare: true },
    { id: "bytes", title: t("backup-size"), width: "92px", align: "end", text: sizeWords, spare: true },
    { id: "state", title: t("backup-state"), width: "118px" },
];

/** Kinds of files that may hold a backup. */
export const DATABASE_KINDS = () => [{ name: t("opening-file-kind"), extensions: ["db"] }];

function sizeWords({ bytes }: { bytes: number }): string {
    return `${formatCount(Math.ceil(bytes / 1024))}\u00A0kB`;
}

/** The name of a file without its folder. */
export function fileName(path: string): string {
    return path.split(/[\\/]/).at(-1) ?? path;
}

/** What is noted of a backup. */
export function notedFacts(backup: BackupView): Fact[] {
    return [
        fact("file", fileName(backup.file)),
        fact("made-at", formatMoment(backup.made_at)),
        fact("reason", t(`backup-reason-${backup.reason}`)),
        fact("events", formatCount(backup.events)),
        fact("size", sizeWords(backup)),
        fact("opened-by", backup.opened_by),
    ];
}

/** What a backup holds. */
export function heldFacts(holds: HoldsView): Fact[] {
    return [
        fact("last-event", holds.last_event_at === null ? t("backup-none") : formatMoment(holds.last_event_at)),
        fact("persons", formatCount(holds.persons)),
        fact("lists", counted(holds.lists, holds.last_list)),
        fact("orders", counted(holds.orders, holds.last_order)),
    ];
}

/** What is wrong with a backup that was looked through, a sentence each; nothing where it is whole. */
export function faultsOf(found: BackupVerified): string[] {
    const { digests, originals, sums } = found;
    const broken = [...originals.broken, ...sums.broken].map(({ rule, number }) => t("backup-fault-rule", { rule, number: String(number) }));
    return [
        ...(found.as_noted === false ? [t("backup-fault-noted")] : []),
        ...(found.sound ? [] : [t("backup-fault-sound")]),
        ...(found.first_broken === null ? [] : [t("backup-fault-chain", { event: String(found.first_broken) })]),
        ...digests.beyond.map((table) => t("backup-fault-beyond", { table })),
        ...digests.schema_differs.map((name) => t("backup-fault-schema", { name })),
        ...digests.broken.map(({ rule, row, table }) => t("backup-fault-row", { rule, row, table })),
        ...broken,
    ];
}

function counted(count: number, last: string | null): string {
    return last === null ? formatCount(count) : t("backup-counted", { count: formatCount(count), last });
}

function fact(id: string, value: string): Fact {
    return { id, label: t(`backup-${id}`), value };
}
