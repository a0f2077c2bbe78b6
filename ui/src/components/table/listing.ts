// A list that the core puts in order: which part of it is shown, how it is sorted, what is looked for in it, and what can be done with all its rows. The core
// does all of it, over every row; here stands only what was asked.
import { computed, reactive, ref, type ComputedRef, type Ref } from "vue";
import { useBackend, type Backend } from "../../backend";
import type { Calls } from "../../backend/calls";
import { useLoaded, type Loaded } from "../../frame/load";
import type { CopiedList, Listed, Listing as Shown, PrintedList, ShownListRequest, Sorting } from "../../generated/contract";
import { LISTS, type ListName } from "../../generated/lists";
import { t } from "../../texts";
import { PAGE_SIZE, type Page } from "../list";

/** A list of the core's as a screen shows it. */
export interface Listing {
    readonly name: ListName;
    /** The request of the list's own operation, with the part that is shown. */
    asked(): object;
    /** The same part, for whoever asks by another way than `asked`. */
    shown(): Shown;
    readonly sort: Ref<Sorting | undefined>;
    readonly find: Ref<string>;
    readonly index: Ref<number>;
    /** Rising, falling, and the list's own order again. */
    sortBy(column: string): Promise<void>;
    search(words: string): Promise<void>;
    turn(to: number): Promise<void>;
    /** Back to the first page, where something else is asked for; the screen reads by itself. */
    restart(): void;
    /** Whether the core knows a column of that name: what it does not know can be neither sorted nor written. */
    has(column: string): boolean;
    /** What tells a row from every other. */
    keyOf(row: unknown): string;
    /** These rows for a spreadsheet; without keys, all. */
    copied(columns: readonly string[], rows: readonly string[] | null): Promise<CopiedList>;
    printed(columns: readonly string[], rows: readonly string[] | null): Promise<PrintedList>;
    /** Writes the rows to a workbook; nothing where nobody chose a place. Gives where it lies. */
    written(columns: readonly string[], rows: readonly string[] | null): Promise<string | undefined>;
    /** Which page an answer is. */
    pageOf(answer: { listed?: Listed } | undefined, total: number): Page;
}

/** What a list may need to know besides. */
export interface ListingOptions {
    /** By what the screen narrows the list, in words, for whoever opens the file. */
    narrowed?: () => string;
    /** Keys of the rows that the screen itself has narrowed the list to; undefined: all. */
    only?: () => readonly string[] | undefined;
}

/** A list of `backend`'s that asks `request` and is read again by `reload`. */
export function createListing<Name extends ListName>(
    backend: Backend,
    name: Name,
    request: () => Calls[Name]["request"],
    reload: () => Promise<unknown>,
    { narrowed = () => "", only = () => undefined }: ListingOptions = {},
): Listing {
    const list = LISTS[name];
    const sort = ref<Sorting>();
    const find = ref("");
    const index = ref(0);

    function shown(): Shown {
        return {
            page: index.value,
            ...(sort.value === undefined ? {} : { sort: sort.value }),
            ...(find.value.trim() === "" ? {} : { find: find.value }),
        };
    }
    const asked = () => ({ ...request(), shown: shown() });
    const whole = (columns: readonly string[], rows: readonly string[] | null): ShownListRequest => ({
        list: name,
        request: { ...(asked() as object) },
        columns: columns.filter(has),
        rows: rows === null ? (only()?.slice() ?? null) : [...rows],
    });
    function has(column: string): boolean {
        return column in list.columns;
    }
    async function again(): Promise<void> {
        index.value = 0;
        await reload();
    }

    return {
        name,
        asked,
        shown,
        sort,
        find,
        index,
        has,
        sortBy(column) {
            if (sort.value?.column !== column) sort.value = { column, descending: false };
            else sort.value = sort.value.descending ? undefined : { column, descending: true };
            return again();
        },
        async search(words) {
            if (words === find.value) return;
            find.value = words;
            await again();
        },
        async turn(to) {
            index.value = to;
            await reload();
        },
        restart: () => void (index.value = 0),
        keyOf: (row) => list.key.map((place) => textAt(row, place)).join(" "),
        copied: (columns, rows) => backend.call("list.copy", whole(columns, rows)),
        printed: (columns, rows) => backend.call("list.print", whole(columns, rows)),
        async written(columns, rows) {
            const path = await backend.pickSave({
                title: t("list-save-title"),
                kinds: [{ name: t("list-xlsx"), extensions: ["xlsx"] }],
                name: `${t(list.title)}.xlsx`,
            });
            if (path === null) return undefined;
            return (await backend.call("list.write", { shown: whole(columns, rows), narrowed: narrowed(), path })).path;
        },
        pageOf: (answer, total) =>
            answer?.listed ? { index: answer.listed.page, size: PAGE_SIZE, total: answer.listed.total } : { index: index.value, size: PAGE_SIZE, total },
    };
}

/** What stands at a JSON pointer, as the core writes it in a key. */
function textAt(row: unknown, place: string): string {
    const found = place.split("/").slice(1).reduce<unknown>((at, name) => (at as Record<string, unknown> | null | undefined)?.[name], row);
    return typeof found === "string" || typeof found === "number" ? String(found) : "";
}

/** What a screen has read of a list, and how it goes on with it. */
export interface LoadedList<Name extends ListName> extends Loaded<Calls[Name]["response"]> {
    listing: Listing;
    /** Shows an answer that a change gave; where the list is sorted or looked through, it is read again in place of it. */
    take(answer: Calls[Name]["response"]): Promise<void>;
}

/** Reads a list of the core's at once, and again as `useLoaded` does. Inside a component's setup. */
export function useLoadedList<Name extends ListName>(name: Name, request: () => Calls[Name]["request"], options: ListingOptions = {}): LoadedList<Name> {
    const backend = useBackend();
    const listing = createListing(backend, name, request, () => loaded.reload(), options);
    const loaded: Loaded<Calls[Name]["response"]> = useLoaded(() => backend.call(name, listing.asked() as Calls[Name]["request"]));
    async function take(answer: Calls[Name]["response"]): Promise<void> {
        if (listing.sort.value !== undefined || listing.find.value.trim() !== "") await loaded.reload();
        else loaded.data.value = answer;
    }
    return { ...loaded, listing, take };
}

/** Rows that somebody has picked out of a list to copy, print or save them. */
export interface Picks {
    readonly keys: ReadonlySet<string>;
    /** Whether every row of every page is meant. */
    readonly all: Ref<boolean>;
    readonly count: ComputedRef<number>;
    has(key: string): boolean;
    toggle(key: string): void;
    /** Picks what lies between the row that was picked from and row `to` among `keys`, and lets go what lay beyond. */
    reach(keys: readonly string[], from: string, to: string): void;
    everything(keys: readonly string[], total: number): void;
    clear(): void;
    /** The keys, or null where all are meant; of nothing that is picked the row `current`. */
    wanted(current: string | undefined): readonly string[] | null;
}

/** Nothing picked. */
export function createPicks(): Picks {
    const keys = reactive(new Set<string>());
    const all = ref(false);
    const total = ref(0);
    let anchor: string | undefined;
    let reached: string[] = [];

    function clear(): void {
        keys.clear();
        all.value = false;
        anchor = undefined;
        reached = [];
    }
    return {
        keys,
        all,
        count: computed(() => (all.value ? total.value : keys.size)),
        has: (key) => all.value || keys.has(key),
        toggle(key) {
            if (all.value) clear();
            if (!keys.delete(key)) keys.add(key);
            anchor = key;
            reached = [];
        },
        reach(order, from, to) {
            if (all.value) clear();
            anchor ??= from;
            const [at, until] = [order.indexOf(anchor), order.indexOf(to)];
            // The row that was picked from stands on another page: what is reached here begins at its edge.
            const begin = at >= 0 ? at : order.indexOf(from) <= until ? 0 : order.length - 1;
            const now = order.slice(Math.min(begin, until), Math.max(begin, until) + 1);
            for (const key of reached) if (order.includes(key) && !now.includes(key)) keys.delete(key);
            for (const key of now) keys.add(key);
            reached = now;
        },
        everything(order, of) {
            clear();
            for (const key of order) keys.add(key);
            all.value = true;
            total.value = of;
        },
        clear,
        wanted(current) {
            if (all.value) return null;
            if (keys.size > 0) return [...keys];
            return current === undefined ? null : [current];
        },
    };
}
