// How somebody wants to see a list: which columns, in which order, how wide. Kept in the database for each user, by the operation that answers with the list.
import { computed, shallowReactive, type ComputedRef } from "vue";
import { useBackend, type Backend } from "../../backend";
import { useSession, type Session } from "../../frame/session";
import type { ColumnLayoutView } from "../../generated/contract";
import type { ListName } from "../../generated/lists";
import type { Column } from "../list";

/** Narrowest and widest column, in pixels. */
export const [NARROWEST, WIDEST] = [32, 1200] as const;

/** What is kept of the database that is open. */
interface Kept {
    path: string | undefined;
    lists: Map<string, ColumnLayoutView[]>;
}

const known = new WeakMap<Session, Kept>();

function keptOf(session: Session, backend: Backend): Kept {
    const path = session.status?.open?.path;
    const before = known.get(session);
    if (before !== undefined && before.path === path) return before;
    const kept: Kept = { path, lists: shallowReactive(new Map<string, ColumnLayoutView[]>()) };
    known.set(session, kept);
    // Until it has come, lists show themselves as they are.
    void backend.call("list.layouts", {}).then(
        ({ layouts }) => Object.entries(layouts).forEach(([list, layout]) => layout && kept.lists.set(list, layout.columns)),
        () => undefined,
    );
    return kept;
}

/** The columns of a list as somebody wants them. */
export interface ColumnChoice<Row> {
    /** Those that are shown, in their order, as wide as they are wanted. */
    shown: ComputedRef<Column<Row>[]>;
    /** All, in their order, with whether each is shown. */
    all: ComputedRef<{ column: Column<Row>; hidden: boolean }[]>;
    /** Keeps them so. */
    keep(columns: readonly ColumnLayoutView[]): void;
    /** Makes one as wide as that. Kept where `lasting`, else only shown. */
    widen(id: string, width: number, lasting: boolean): void;
    /** All as the list has them. */
    reset(): void;
}

/** Inside a component's setup. A list that the core does not know is as it is. */
export function useColumns<Row>(list: () => ListName | undefined, columns: () => readonly Column<Row>[]): ColumnChoice<Row> {
    const backend = useBackend();
    const session = useSession();
    const chosen = computed(() => {
        const name = list();
        return name === undefined ? [] : (keptOf(session, backend).lists.get(name) ?? []);
    });
    const all = computed(() => {
        const place = new Map(chosen.value.map(({ id }, at) => [id, at]));
        const found = columns().map((column, at) => {
            const kept = chosen.value.find(({ id }) => id === column.id);
            const width = kept?.width == null ? column.width : `${kept.width}px`;
            // What nobody has placed stands behind the column that it follows by itself.
            return { column: { ...column, width }, hidden: kept?.hidden === true, order: place.get(column.id) ?? at + 0.5, at };
        });
        return found.sort((one, other) => one.order - other.order || one.at - other.at);
    });

    function set(now: readonly ColumnLayoutView[], lasting: boolean): void {
        const name = list();
        if (name === undefined) return;
        keptOf(session, backend).lists.set(name, [...now]);
        if (lasting) void backend.call("list.keep_layout", { list: name, layout: { columns: [...now] } }).catch(() => undefined);
    }
    const asKept = () => all.value.map(({ column, hidden }): ColumnLayoutView => ({ id: column.id, hidden, width: chosen.value.find(({ id }) => id === column.id)?.width ?? null }));

    return {
        all,
        shown: computed(() => all.value.filter(({ hidden }) => !hidden).map(({ column }) => column)),
        keep: (now) => set(now, true),
        widen(id, width, lasting) {
            const within = Math.round(Math.min(Math.max(width, NARROWEST), WIDEST));
            set(asKept().map((column) => (column.id === id ? { ...column, width: within } : column)), lasting);
        },
        reset: () => set([], true),
    };
}
