// A person whom a payment list proposes.
import type { ProposedPerson } from "../../../generated/contract";
import { t } from "../../../texts";

/** Most row numbers that are written out. */
const WRITTEN = 6;

/** The first row about the person: its name in the list of proposals, and what says whom to take. */
export function lineOf({ lines }: Pick<ProposedPerson, "lines">): string {
    return String(lines[0] ?? 0);
}

/** "2, 17 och 30"; of many the first ones and how many more. */
export function linesWords({ lines }: Pick<ProposedPerson, "lines">): string {
    const written = lines.slice(0, WRITTEN).join(", ");
    return lines.length > WRITTEN ? t("proposals-more-lines", { lines: written, count: lines.length - WRITTEN }) : written;
}
