// What every list of the core's can do with its rows, whichever rows they are: pick, copy, save, print, look for, go to; by keys, by the palette and by the menu
// of a row. The screen's own commands of a row stand in that menu too.
import { computed, nextTick, ref, watch, type Ref, type ShallowRef } from "vue";
import { useBackend } from "../../backend";
import { useAction } from "../../frame/action";
import { useCommandRegistry, useCommands, type Command } from "../../frame/commands";
import { isSingleCharacter } from "../../frame/keys";
import { t } from "../../texts";
import type { PrintedList } from "../../generated/contract";
import { formatCount } from "../../texts/format";
import type { Page } from "../list";
import type { MenuChoice } from "./ContextMenu.vue";
import { createPicks, type Listing } from "./listing";

/** What the component around it shows and is. */
export interface TableParts<Row> {
    listing: () => Listing | undefined;
    rows: () => readonly Row[];
    page: () => Page | undefined;
    /** Key of the row that one is at, as the core has it. */
    current: () => string | undefined;
    /** Columns that are shown, in their order. */
    columns: () => readonly string[];
    /** Whether the screen has a search of its own, so that none is offered here. */
    ownSearch: () => boolean;
    open: () => void;
    focus: () => void;
    bar: Readonly<ShallowRef<{ show(as: "find" | "go"): void } | null>>;
    menu: Readonly<ShallowRef<{ show(of: MenuChoice[], x: number, y: number): void } | null>>;
    printing: Readonly<ShallowRef<{ print(of: PrintedList): Promise<void> } | null>>;
    choosing: Ref<boolean>;
}

/** Inside the setup of a list. */
export function useTable<Row>(parts: TableParts<Row>) {
    const backend = useBackend();
    const registry = useCommandRegistry();
    const { failure, run } = useAction();
    const picks = createPicks();
    /** What was done with rows last, in words. */
    const said = ref("");
    /** The file that was written last, while that is said. */
    const file = ref<string>();

    const total = () => parts.page()?.total ?? parts.rows().length;
    const words = computed(() => {
        if (said.value !== "") return said.value;
        const count = picks.count.value;
        if (count === 0) return "";
        return picks.all.value ? t("list-picked-all", { shown: formatCount(count) }) : t("list-picked", { count, shown: formatCount(count) });
    });
    watch([() => picks.count.value, parts.current], () => {
        said.value = "";
        file.value = undefined;
    });

    const wanted = () => picks.wanted(parts.current());
    /** Of what is saved and printed, all, unless somebody has picked rows. */
    const picked = () => (picks.count.value > 0 ? picks.wanted(undefined) : null);

    async function copy(): Promise<void> {
        const listing = parts.listing();
        if (listing === undefined) return;
        await run(async () => {
            const { text, html, rows } = await listing.copied(parts.columns(), wanted());
            await backend.copy({ text, html });
            await nextTick();
            said.value = t("list-copied", { count: rows, shown: formatCount(rows) });
        });
    }

    async function save(): Promise<void> {
        const listing = parts.listing();
        if (listing === undefined) return;
        await run(async () => {
            const path = await listing.written(parts.columns(), picked());
            await nextTick();
            if (path === undefined) return;
            said.value = t("list-written", { path });
            file.value = path;
        });
        parts.focus();
    }

    async function print(): Promise<void> {
        const listing = parts.listing();
        if (listing !== undefined) await run(async () => parts.printing.value?.print(await listing.printed(parts.columns(), picked())));
    }

    function pickAll(): void {
        const listing = parts.listing();
        if (listing !== undefined) picks.everything(parts.rows().map(listing.keyOf), total());
    }

    const has = () => parts.listing() !== undefined;
    const own: Command[] = [
        { id: "list-copy", label: "command-list-copy", keys: [], badge: "Ctrl C", bar: false, enabled: () => has() && parts.rows().length > 0, run: () => void copy() },
        { id: "list-all", label: "command-list-all", keys: [], badge: "Ctrl A", bar: false, enabled: () => has() && parts.rows().length > 0, run: pickAll },
        { id: "list-save", label: "command-list-save", keys: ["Ctrl+S"], bar: false, enabled: has, run: () => void save() },
        { id: "list-find", label: "command-list-find", keys: ["Ctrl+F"], bar: false, enabled: () => has() && !parts.ownSearch(), run: () => parts.bar.value?.show("find") },
        { id: "list-go", label: "command-list-go", keys: ["Ctrl+G"], bar: false, enabled: () => total() > 0, run: () => parts.bar.value?.show("go") },
        { id: "list-columns", label: "command-list-columns", keys: [], bar: false, enabled: has, run: () => (parts.choosing.value = true) },
        { id: "list-print", label: "command-list-print", keys: ["Ctrl+P"], bar: false, enabled: has, run: () => void print() },
    ];
    useCommands(() => (has() ? own : []), "list");

    /** What can be done with the row that one is at: opened, what the screen does with one key, and what every list can. */
    function choices(): MenuChoice[] {
        const may = (command: Command) => command.run !== undefined && (command.enabled === undefined || command.enabled());
        const ofRow = registry.active.value.filter((command) => command.keys.some((key) => isSingleCharacter(key) || key === "F2") && may(command));
        /** Whether a key does that here: a screen may have given it to something of its own. */
        const leads = (key: string, command: Command) => registry.active.value.find((one) => one.keys.includes(key) && may(one))?.id === command.id;
        const choice = (command: Command, parted: boolean): MenuChoice => ({
            id: command.id,
            label: command.words ?? t(command.label),
            key: command.badge?.replace(" ", "+") ?? command.keys.find((key) => leads(key, command)),
            parted,
            run: () => command.run?.(),
        });
        const opening = registry.active.value.find((command) => command.run === undefined && command.keys.includes("Enter"));
        const first: MenuChoice[] = opening === undefined ? [] : [{ id: "open", label: t(opening.label), key: "Enter", run: parts.open }];
        return [...first, ...ofRow.map((command) => choice(command, false)), ...own.filter(may).map((command, at) => choice(command, at === 0))];
    }

    return {
        picks,
        words,
        file,
        /** Shows the file that was written in its folder. */
        reveal: () => run(async () => file.value !== undefined && (await backend.reveal(file.value))),
        failure,
        copy,
        pickAll,
        /** Shows the menu of the row at `element`, or where the pointer is. */
        menu(element: Element, event?: MouseEvent): void {
            const box = element.getBoundingClientRect();
            if (event === undefined) parts.menu.value?.show(choices(), box.left + 40, box.bottom);
            else parts.menu.value?.show(choices(), event.clientX, event.clientY);
        },
    };
}
