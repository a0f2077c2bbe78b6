// The sections that have a function, in the order of the chain. A new feature adds its line here. Pages are loaded when they
// are first opened, but for the start page: the window is usable sooner.
import type { Section } from "../frame/sections";
import { caseRoutes } from "./cases";
import { decisionRoutes } from "./decisions";
import { distribution } from "./distribution";
import { expected } from "./expected";
import { law } from "./law";
import { orders } from "./orders";
import { payments } from "./payments";
import { persons } from "./persons";
import { reclaims } from "./reclaims";
import { registerRoutes } from "./register";
import { settings } from "./settings";
import { start } from "./start";

/** All sections. Cases and the bringing in of a register are parts of Personkrets, that of decisions a part of Förväntat, with folders of their own. */
export const sections: readonly Section[] = [start, { ...persons, routes: [...persons.routes, ...caseRoutes, ...registerRoutes] }, { ...expected, routes: [...expected.routes, ...decisionRoutes] }, payments, distribution, orders, reclaims, law, settings];
