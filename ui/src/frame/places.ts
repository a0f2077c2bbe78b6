// Where things are found: the addresses that one section needs to lead to another.

/** Address of a payment list; with `line`, of that row in it. */
export function listPlace(list: string, line?: number): string {
    return `/inbetalningar/${list}${line === undefined ? "" : `/granska?rad=${line}`}`;
}

/** Address of the page that reads the payment list at `path`. */
export function readListPlace(path: string): { path: string; query: { fil: string } } {
    return { path: "/inbetalningar/las-in", query: { fil: path } };
}

/** Address of the persons that a payment list proposes. */
export function proposalsPlace(list: string): string {
    return `/inbetalningar/${list}/personer`;
}

/** Address of the list of persons. */
export function personsPlace(): string {
    return "/personkrets";
}

/** Address of the page that reads the register at `path`. */
export function readRegisterPlace(path: string): { path: string; query: { fil: string } } {
    return { path: "/personkrets/las-in", query: { fil: path } };
}

/** Address of decisions that are being brought in. */
export function grantsDraftPlace(draft: string): string {
    return `${EXPECTED.grants}/inlasning/${draft}`;
}

/** How near a last day is, as an address says it. */
export type Nearness = "passed" | "overdue" | "within-7" | "within-30" | "within-90";

/** Address of what may be claimed; with `state`, of what has its last day so near. */
export function candidatesPlace(state?: Nearness): string {
    return `/atersokning${state === undefined ? "" : `?lage=${state}`}`;
}

/** Address of what placements cost the city. */
export function netPlace(): string {
    return "/atersokning/netto";
}

/** Address of the costs that the city has borne. */
export function costsPlace(): string {
    return "/atersokning/kostnader";
}

/** Address of costs that are being brought in. */
export function costsDraftPlace(draft: string): string {
    return `${costsPlace()}/inlasning/${draft}`;
}

/** Address of pupils and their four-week periods. */
export function schoolPlace(): string {
    return "/atersokning/elever";
}

/** Address of a list of pupils that is being brought in. */
export function schoolDraftPlace(draft: string): string {
    return `${schoolPlace()}/inlasning/${draft}`;
}

/** Address of a register that is being brought in. */
export function registerDraftPlace(draft: string): string {
    return `/personkrets/inlasning/${draft}`;
}

/** Address of a person, by the register's own Person-id. */
export function personPlace(person: string): string {
    return `/personkrets/${encodeURIComponent(person)}`;
}

/** Address of a case; without it, of the work list of cases. */
export function casePlace(id?: string): string {
    return id === undefined ? "/personkrets/arenden" : `/personkrets/arenden/${encodeURIComponent(id)}`;
}

/** Address of a claim; without it, of the list of claims. */
export function claimPlace(id?: string): string {
    return id === undefined ? "/atersokning/ansokningar" : `/atersokning/ansokningar/${encodeURIComponent(id)}`;
}

/** Address of persons that may be one. */
export function duplicatesPlace(): string {
    return "/personkrets/dubbletter";
}

/** Address of a month ("2026-10") or a run of the distribution; without either, of the section. */
export function distributionPlace(run?: string): string {
    return run === undefined ? "/fordelning" : `/fordelning/${run}`;
}

/** Address of a draft of a run. */
export function draftRunPlace(draft: string): string {
    return `/fordelning/utkast/${draft}`;
}

/** Address of the rows that were shared by what is not so any more. */
export function wrongPlace(): string {
    return "/fordelning/fel-namnd";
}

/** Address of the observation account. */
export function suspensePlace(): string {
    return "/fordelning/observationskonto";
}

/** Address of what a row of a payment list became: entries and postings. */
export function tracePlace(list: string, line: number): string {
    return `/spar/${list}/${line}`;
}

/** Address of a posting, with its trace open. */
export function postingPlace(order: string, voucher: number, posting: number): string {
    return `${orderPlace(order)}?rad=${voucher}-${posting}`;
}

/** Address of a page of the settings. */
export function settingsPlace(page: string): string {
    return `/installningar/${page}`;
}

/** Address of a sample of the log of reading. */
export function logReviewPlace(review: string): string {
    return `${settingsPlace("loggranskning")}/${encodeURIComponent(review)}`;
}

/** Address of who has read about a person. */
export function extractPlace(person: string): string {
    return `${settingsPlace("vem-har-last")}/${encodeURIComponent(person)}`;
}

/** Address of what waits for a second person. */
export function attestPlace(): string {
    return "/bokforingsorder/att-attestera";
}

/** Address of a booking order; without it, of the section. */
export function orderPlace(order?: string): string {
    return order === undefined ? "/bokforingsorder" : `/bokforingsorder/${order}`;
}

/** Address of the compensations of the law; with `code`, of that one among them. */
export function lawPlace(code?: string): string {
    return `/ersattningar${code === undefined ? "" : `?kod=${encodeURIComponent(code)}`}`;
}

/** Address of the calculator, with the compensation or the person chosen. */
export function calculatorPlace(chosen: { code?: string; person?: string } = {}): { path: string; query: { kod?: string; person?: string } } {
    return {
        path: "/ersattningar/rakna",
        query: { ...(chosen.code === undefined ? {} : { kod: chosen.code }), ...(chosen.person === undefined ? {} : { person: chosen.person }) },
    };
}

/** Address of the amounts of the year. */
export function yearPlace(): string {
    return "/ersattningar/ar";
}

/** Address of what a change of the law does. */
export function effectPlace(): string {
    return "/ersattningar/andring";
}

/** Address of what the texts of the law leave open. */
export function questionsPlace(): string {
    return "/ersattningar/fragor";
}

/** Address of the payment lists. */
export function listsPlace(): string {
    return "/inbetalningar";
}

/** Address of the matching of a payment list. */
export function matchPlace(list: string): string {
    return `/inbetalningar/${list}/matcha`;
}

/** The pages of what is expected. */
export type ExpectedPage = "months" | "missing" | "reported" | "faults" | "grants" | "check" | "calendar";

const EXPECTED: Record<ExpectedPage, string> = {
    months: "/forvantat",
    missing: "/forvantat/saknas",
    reported: "/forvantat/anmalt",
    faults: "/forvantat/fel",
    grants: "/forvantat/beslut",
    check: "/forvantat/beslutskoll",
    calendar: "/forvantat/kalender",
};

/** Address of a page of what is expected; that of what is missing can be narrowed by words, a compensation's code or a person. */
export function expectedPlace(page: ExpectedPage, narrowed: { search?: string; compensation?: string; person?: string } = {}): string {
    const asked = new URLSearchParams();
    for (const [name, value] of [["sok", narrowed.search], ["ersattning", narrowed.compensation], ["person", narrowed.person]] as const) if (value) asked.set(name, value);
    return asked.size === 0 ? EXPECTED[page] : `${EXPECTED[page]}?${asked}`;
}

/** Address of a chapter of the handbook; none: its first. */
export function handbookPlace(chapter?: string): string {
    return chapter === undefined ? "/handbok" : `/handbok/${chapter}`;
}

/** Address of the handbook's chapter about a page, by the names of the page. */
export function handbookAbout(names: readonly string[]): string {
    return `/handbok?om=${names.join(",")}`;
}

/** The names that a page is known by, its own before those of all pages of its kind and of its section. */
export function pageNames(route: { name?: unknown; params: Record<string, unknown>; meta: Record<PropertyKey, unknown> }): string[] {
    const part = route.params.page ?? route.params.step;
    const page = typeof part === "string" ? `${String(route.name ?? route.meta.section)}-${part}` : undefined;
    return [page, route.name, route.meta.section].filter((name): name is string => typeof name === "string");
}
