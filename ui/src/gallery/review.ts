// Rows of a payment list under review. The persons are the official test identities; the faults are deliberate.

/** How a row stands. */
export type State = "clean" | "corrected" | "parked" | "error" | "warning";

/** A row as the review shows it. */
export interface ReviewRow {
    line: number;
    state: State;
    code: string;
    person: string;
    dossier: string;
    period: string;
    amount: string;
    faultIn?: "person" | "dossier" | "period" | "amount";
    where?: string;
    finding?: string;
    decision?: string;
}

type Short = [number, State, string, string, string, string, string, string?, string?, string?, ReviewRow["faultIn"]?];

const SHORT: Short[] = [
    [2, "clean", "GYMN", "Provsson, Foxtrot", "99-000060", "2026-05-04 – 05-31", "16 000,00"],
    [3, "clean", "XVARA", "Ärlig-Test, Delta", "99-000045", "2026-04-01 – 06-30", "152 617,45"],
    [4, "corrected", "GSKA", "Testsson, Alfa", "99-000011", "2026-08-17 – 09-13", "16 800,00", "kol 7", "kontrollsiffran stämmer inte", "Rättad"],
    [5, "corrected", "XDYGU", "Öberg-Test, Charlie", "99-000037", "2026-07-01 – 09-30", "69 000,00", "kol 7", "månad 13 finns inte", "Rättad"],
    [6, "clean", "XENGA", "Utannummer-Test, Mike", "00-000136", "2026-09-01 – 09-01", "52 000,00"],
    [7, "corrected", "XETAB", "Müller-Test, Golf", "99-000078", "2026-07-01 – 09-30", "16 500,00", "kol 7", "förstört av kalkylprogram", "Rättad"],
    [8, "corrected", "XDYGA", "Utannummer-Test, Mike", "00-000136", "2026-09-01 – 09-30", "30 000,00", "kol 6", "inledande nolla saknas", "Rättad"],
    [9, "clean", "BIF", "Provsson, Foxtrot", "99-000060", "2026-04-01 – 06-30", "38 905,17"],
    [10, "parked", "ZZZ9", "d'Test, India", "99-000094", "2026-09-01 – 09-30", "16 500,00", "kol 4", "koden är okänd", "Parkerad"],
    [11, "error", "FSKA", 'Citat "Test", Kilo', "99-000110", "2026-08-17 – 09-13", "9 0O0,00", "kol 13", "beloppet är inte ett tal", "Kvar", "amount"],
    [12, "error", "XVARN", "Omsorg-Test, Romeo", "99-000185", "2026-01-01 – 03-31", "97,429.65", "kol 13", "både komma och punkt", "Kvar", "amount"],
    [13, "clean", "XÅDYA", "Exempel, Echo", "99-000052", "2026-08-20 – 08-31", "−12 000,00"],
    [14, "error", "XDYGN", "Ärlig-Test, Delta", "99-000045", "2026-09-30 – 07-01", "92 000,00", "kol 10", "från är efter till", "Kvar", "period"],
    [15, "error", "BIF", "Familj-Test, Sierra", "99-000193", "2026-02-30 – 06-30", "61 437,83", "kol 10", "dagen finns inte", "Kvar", "period"],
    [16, "clean", "XORDV", "Ensam-Test, November", "99-000144", "2026-09-01 – 09-30", "9 000,00"],
    [17, "error", "XETAB", "Núñez-Test, Hotel", "99-000086", "2026-08-01 – 09-30", "saknas", "rad", "11 fält av 13", "Kvar", "amount"],
    [18, "error", "XETAB", "Test; Semikolon, Juliett", "99-000102", "2026-08-01 – 09-30", "16 500,00", "rad", "14 fält av 13", "Kvar"],
    [19, "clean", "XETAB", "Senior-Test, Papa", "99-000169", "2026-08-01 – 09-30", "18 520,00"],
    [20, "warning", "XVARA", "Ärlig-Test, Delta", "99-000045", "2026-04-01 – 06-30", "152 617,45", "rad", "lika med rad 3", "Kvar"],
    [21, "warning", "Å-GSK", "Testsson, Alfa", "99-000011", "2026-05-04 – 05-31", "16 800,00", "kol 13", "återkrav men plusbelopp", "Kvar", "amount"],
    [22, "clean", "XORDB", "Nolla-Test, Lima", "00-000128", "2026-09-01 – 09-30", "4 500,00"],
    [23, "error", "FSKL", "André-Test, Quebec", "saknas", "2026-08-17 – 09-13", "6 500,00", "kol 6", "person saknas", "Kvar", "dossier"],
    [24, "clean", "XINI6", "Sekel-Test, Oscar", "99-000151", "2026-09-03 – 09-03", "12 917,00"],
    [25, "warning", "XETAB", "=1+1, Oscar", "99-000151", "2026-09-01 – 09-30", "9 260,00", "kol 8", "formel i textfält", "Kvar", "person"],
    [26, "clean", "XFORD", "utan person", "–", "2026-01-01 – 12-31", "120 000,00"],
];

/** The 25 rows of the list with faults. */
export const reviewRows: ReviewRow[] = SHORT.map(
    ([line, state, code, person, dossier, period, amount, where, finding, decision, faultIn]) => ({
        line, state, code, person, dossier, period, amount: amount.replaceAll(" ", "\u00A0"), where, finding, decision, faultIn,
    }),
);

/** The fields of row 11, as written and as meant. */
export const readings = [
    ["Utbetalningsdatum", "2026-10-30", "2026-10-30"],
    ["Beslutsdatum", "2026-10-15", "2026-10-15"],
    ["Ärendenummer", "9.9.9-2026-00906", "9.9.9-2026-00906"],
    ["Ersättningskod", "FSKA", "ASYL-UTB-FSK"],
    ["Ersättningstyp", "Förskola - asyl", "Förskola - asyl"],
    ["Dossiernummer", "99-000110", "99-000110"],
    ["Personnummer", "20220161-2393", "20220161-2393"],
    ["Efternamn", '"Citat ""Test"""', 'Citat "Test"'],
    ["Förnamn", "Kilo", "Kilo"],
    ["Period från", "2026-08-17", "2026-08-17"],
    ["Period till", "2026-09-13", "2026-09-13"],
    ["Antal dygn", "28", "28"],
    ["Belopp", "9 0O0,00", "inget tal"],
].map(([label = "", written = "", meant = ""], index) => ({
    number: index + 1,
    label,
    written,
    meant,
    equal: written === meant,
    ...(index === 12 ? { fault: "error" as const, mark: { from: 3, to: 4 } } : {}),
}));
