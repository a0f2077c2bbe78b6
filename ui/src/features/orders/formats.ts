// The files that an order can be handed over as.
import type { FileKind } from "../../backend";
import type { OrderView } from "../../generated/contract";

/** A file format as the contract names it, with the ending of its files. */
export interface FileFormat {
    id: string;
    /** Its own name, the same in every language. */
    name: string;
    ending: string;
}

/** In the order in which they are offered. */
export const FORMATS: readonly FileFormat[] = [
    { id: "abw-xml", name: "Agresso XML (ABWTransaction)", ending: "xml" },
    { id: "gl07-55", name: "Agresso GL07 5.5", ending: "txt" },
    { id: "sie4i", name: "SIE 4I", ending: "si" },
    { id: "csv", name: "CSV", ending: "csv" },
    { id: "xlsx", name: "XLSX", ending: "xlsx" },
];

/** The name of a format, or its id where it is not known here. */
export function formatName(id: string): string {
    return FORMATS.find((format) => format.id === id)?.name ?? id;
}

/** What the save dialog proposes: "MIGV2026-0001.si". */
export function proposedFile(number: string, format: FileFormat): { name: string; kinds: FileKind[] } {
    return { name: `${number}.${format.ending}`, kinds: [{ name: format.name, extensions: [format.ending] }] };
}

/** The format that is proposed: the one it was handed over as, so that nobody makes a second one unawares. */
export function proposedFormat(order: OrderView): string {
    return order.files[0]?.format ?? FORMATS[0]?.id ?? "";
}
