import type { RouteRecordRaw } from "vue-router";
import { INTAKE_PLACE } from "./rows";

/** The page of Återsökning that holds what units are asked for. */
export const intakeRoutes: RouteRecordRaw[] = [{ path: INTAKE_PLACE, name: "intake", component: () => import("./IntakeScreen.vue") }];
