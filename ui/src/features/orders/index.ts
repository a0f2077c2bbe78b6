import type { Section } from "../../frame/sections";
import RowTraceScreen from "../trace/RowTraceScreen.vue";
import OrderScreen from "./OrderScreen.vue";
import OrdersScreen from "./OrdersScreen.vue";

/** Bokföringsorder, and what a row of a list became in them. */
export const orders: Section = {
    id: "orders",
    label: "section-orders",
    place: "chain",
    path: "/bokforingsorder",
    routes: [
        { path: "/bokforingsorder", name: "orders", component: OrdersScreen },
        { path: "/bokforingsorder/:order", name: "order", component: OrderScreen },
        { path: "/spar/:list/:line(\\d+)", name: "row-trace", component: RowTraceScreen },
    ],
};
